package io.genledger.adapter.json.recognise;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields by which the record of a generation is known (OPENROUTER.md §3). */
public final class RecordFields {

    /** Fields that documents of other kinds and programs have, too. */
    private static final Set<MetadataField> OF_OTHERS =
            EnumSet.of(
                    MetadataField.ID,
                    MetadataField.REQUEST_ID,
                    MetadataField.SESSION_ID,
                    MetadataField.CREATED_AT,
                    MetadataField.MODEL,
                    MetadataField.APP_ID,
                    MetadataField.ORIGIN,
                    MetadataField.HTTP_REFERER,
                    MetadataField.USER_AGENT,
                    MetadataField.EXTERNAL_USER,
                    MetadataField.WORKSPACE_ID,
                    MetadataField.API_TYPE,
                    MetadataField.ROUTER,
                    MetadataField.SERVICE_TIER,
                    MetadataField.PROVIDER_NAME,
                    MetadataField.STREAMED,
                    MetadataField.CANCELLED,
                    MetadataField.FINISH_REASON,
                    MetadataField.LATENCY,
                    MetadataField.USAGE,
                    MetadataField.TOTAL_COST);

    /** Fields that only a record has. */
    private static final Set<MetadataField> OWN = EnumSet.complementOf(EnumSet.copyOf(OF_OTHERS));

    private static final int FIELDS = MetadataField.values().length;

    /** Fields that show a record even if it states no amount. */
    private static final int ENOUGH = 3;

    private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

    /** The names of these fields, in OpenRouter's spelling and in that of its SDK. */
    static final Set<String> NAMES = bothSpellings(OWN.stream().map(MetadataField::wireName));

    private RecordFields() {}

    /** Names in OpenRouter's spelling and in that of its SDK (OPENROUTER.md §3.12). */
    static Set<String> bothSpellings(Stream<String> names) {
        return names.flatMap(name -> Stream.of(name, inSdk(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String inSdk(String name) {
        return NEXT_WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    /**
     * Whether a document that could be read as a record is one: it states an amount and a field
     * that only a record has, or when which model was called; or it has several such fields. An
     * object of another program may have one of them by chance, among more fields of its own.
     */
    public static boolean suffice(Generation generation) {
        Set<MetadataField> absent = generation.shape().absent();
        int own = OWN.size();
        for (MetadataField field : absent) {
            own -= OWN.contains(field) ? 1 : 0;
        }
        boolean isDated =
                !absent.contains(MetadataField.CREATED_AT) && !absent.contains(MetadataField.MODEL);
        boolean hasAmount =
                generation.charges().usage().or(generation.charges()::totalCost).isPresent();
        return own >= ENOUGH
                || (hasAmount
                        && (own > 0 || isDated)
                        && generation.shape().unknown().size() <= FIELDS - absent.size());
    }
}
