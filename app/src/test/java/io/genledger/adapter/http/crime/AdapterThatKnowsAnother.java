package io.genledger.adapter.http.crime;

import io.genledger.adapter.json.JacksonMetadataDecoder;

/** Decodes what it fetched, instead of handing it to the use case. */
public record AdapterThatKnowsAnother(JacksonMetadataDecoder decoder) {}
