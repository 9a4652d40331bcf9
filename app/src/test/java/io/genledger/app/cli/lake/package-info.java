@NullMarked
package io.genledger.app.cli.lake;

import org.jspecify.annotations.NullMarked;
