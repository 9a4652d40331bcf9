/** The program as its user meets it. */
@NullMarked
package io.genledger.app.cli;

import org.jspecify.annotations.NullMarked;
