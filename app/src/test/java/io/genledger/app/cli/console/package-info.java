@NullMarked
package io.genledger.app.cli.console;

import org.jspecify.annotations.NullMarked;
