package io.genledger.adapter.json;

import io.genledger.domain.generation.MetadataField;

/** The documented fields of a record and of its attempts, by name. */
final class RecordFields {

    /** Those of the record. */
    static final FieldNames<MetadataField> OF_RECORD = new FieldNames<>(MetadataField.class);

    /** Those of an element of {@code provider_responses}. */
    static final FieldNames<AttemptField> OF_ATTEMPT = new FieldNames<>(AttemptField.class);

    private RecordFields() {}

    /** How an attempt is called in paths: {@code provider_responses[0]}. */
    static String attempt(int index) {
        return MetadataField.PROVIDER_RESPONSES.wireName() + '[' + index + ']';
    }
}
