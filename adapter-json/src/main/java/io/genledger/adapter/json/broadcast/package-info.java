/** Deliveries of OpenRouter's Broadcast in OTLP/JSON, of whose spans one states a generation. */
@NullMarked
package io.genledger.adapter.json.broadcast;

import org.jspecify.annotations.NullMarked;
