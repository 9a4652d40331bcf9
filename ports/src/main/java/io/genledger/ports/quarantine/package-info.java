/** Documents that could not be recorded: kept, listed, dropped. */
@NullMarked
package io.genledger.ports.quarantine;

import org.jspecify.annotations.NullMarked;
