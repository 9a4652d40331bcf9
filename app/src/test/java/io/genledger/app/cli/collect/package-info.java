@NullMarked
package io.genledger.app.cli.collect;

import org.jspecify.annotations.NullMarked;
