/** OpenRouter's generation endpoint as a metadata source: one HTTP request for each fetch. */
@NullMarked
package io.genledger.adapter.http;

import org.jspecify.annotations.NullMarked;
