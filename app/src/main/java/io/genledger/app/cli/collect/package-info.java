/** The command collect, its progress display and its events. */
@NullMarked
package io.genledger.app.cli.collect;

import org.jspecify.annotations.NullMarked;
