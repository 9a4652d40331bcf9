@NullMarked
package io.genledger.app.cli.option;

import org.jspecify.annotations.NullMarked;
