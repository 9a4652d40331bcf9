/** The command collect and what it shows while it runs. */
@NullMarked
package io.genledger.app.cli.collect;

import org.jspecify.annotations.NullMarked;
