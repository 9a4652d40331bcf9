/** Traces of requests and fetches, sent to an OpenTelemetry collector. */
@NullMarked
package io.genledger.app.trace;

import org.jspecify.annotations.NullMarked;
