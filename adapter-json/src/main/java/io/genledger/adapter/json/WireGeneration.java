package io.genledger.adapter.json;

import io.genledger.domain.generation.MetadataField;
import java.util.List;
import java.util.Map;

/**
 * A record as the document states it: well-formed, not interpreted yet.
 *
 * @param fields the documented fields; {@code provider_responses} only as being there or null
 * @param attempts the elements of {@code provider_responses}, in order
 * @param unknown the fields nobody documented yet, as compact JSON; those of an attempt by their
 *     path, e.g. {@code provider_responses[0].region}
 */
record WireGeneration(
        WireFields<MetadataField> fields,
        List<WireFields<AttemptField>> attempts,
        Map<String, String> unknown) {}
