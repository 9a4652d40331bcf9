/** A loopback server that imitates OpenRouter in tests, trials and the demo. */
@NullMarked
package io.genledger.adapter.http.simulator.server;

import org.jspecify.annotations.NullMarked;
