package io.genledger.adapter.sql.crime;

import io.genledger.adapter.json.JacksonMetadataDecoder;

/** Decodes what it keeps. */
public record LedgerThatDecodes(JacksonMetadataDecoder decoder) {}
