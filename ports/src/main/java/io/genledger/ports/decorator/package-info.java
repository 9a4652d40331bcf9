/** Ports wrapped in the same port, to add one behaviour each. */
@NullMarked
package io.genledger.ports.decorator;

import org.jspecify.annotations.NullMarked;
