/** The simulator proved with a client that is not ours. */
@NullMarked
package io.genledger.adapter.http.simulator;

import org.jspecify.annotations.NullMarked;

