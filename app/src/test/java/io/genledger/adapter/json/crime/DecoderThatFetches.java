package io.genledger.adapter.json.crime;

import io.genledger.adapter.http.ApiKey;

/** Fetches what it decodes. */
public record DecoderThatFetches(ApiKey key) {}
