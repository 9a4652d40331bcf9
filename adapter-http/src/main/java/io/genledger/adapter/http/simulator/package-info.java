/** A loopback OpenRouter that serves opaque documents, for tests, trials and the demo. */
@NullMarked
package io.genledger.adapter.http.simulator;

import org.jspecify.annotations.NullMarked;

