@NullMarked
package io.genledger.app.cli.text;

import org.jspecify.annotations.NullMarked;
