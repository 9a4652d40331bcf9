package io.genledger.adapter.json.recognise;

import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.MetadataField;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields that only the record of a generation has. */
public final class RecordFields {

    /** Fields that documents of other kinds and programs have, too. */
    private static final Set<MetadataField> OF_OTHERS =
            EnumSet.of(
                    MetadataField.ID,
                    MetadataField.REQUEST_ID,
                    MetadataField.SESSION_ID,
                    MetadataField.CREATED_AT,
                    MetadataField.MODEL,
                    MetadataField.ORIGIN,
                    MetadataField.USER_AGENT,
                    MetadataField.SERVICE_TIER,
                    MetadataField.LATENCY);

    /** Fields by which a record is known even if others follow that no record has. */
    private static final int ENOUGH = 3;

    private static final Set<MetadataField> OWN = EnumSet.complementOf(EnumSet.copyOf(OF_OTHERS));

    /** Their names, in OpenRouter's spelling; {@code usage} is an object in completions. */
    static final Set<String> NAMES =
            OWN.stream()
                    .filter(field -> field != MetadataField.USAGE)
                    .map(MetadataField::wireName)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    /** The same in the spelling of OpenRouter's SDK. */
    static final Set<String> SDK_NAMES =
            NAMES.stream()
                    .map(name ->
                            NEXT_WORD
                                    .matcher(name)
                                    .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toUnmodifiableSet());

    private RecordFields() {}

    /**
     * Whether a document that could be read as a record is one. An object of another program may
     * have an id and one such field by chance, among more fields of its own.
     */
    public static boolean suffice(DocumentShape shape) {
        Set<MetadataField> stated = EnumSet.copyOf(OWN);
        stated.removeAll(shape.absent());
        return !stated.isEmpty()
                && (stated.size() >= ENOUGH || stated.size() >= shape.unknown().size());
    }
}
