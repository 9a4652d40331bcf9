@NullMarked
package io.genledger.app.cli.simulate;

import org.jspecify.annotations.NullMarked;
