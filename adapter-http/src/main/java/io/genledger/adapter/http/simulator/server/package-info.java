/** A server on loopback that stands in for OpenRouter in tests, trials and the demo. */
@NullMarked
package io.genledger.adapter.http.simulator.server;

import org.jspecify.annotations.NullMarked;
