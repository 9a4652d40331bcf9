/** OpenRouter's metadata fetched over HTTP, as bytes that nothing here looks into. */
@NullMarked
package io.genledger.adapter.http;

import org.jspecify.annotations.NullMarked;

