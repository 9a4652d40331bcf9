package io.genledger.adapter.sql.entry;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.tables.tables.records.EntryRecord;
import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.routing.Routing;
import io.genledger.ports.ledger.Recording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A property of an entry whose texts are stored as numbers. */
public enum EntryDimension {
    ACCOUNT(1, ENTRY.ACCOUNT, Rollup.COMBINED, one -> Optional.of(one.account())),
    MODEL(2, ENTRY.MODEL, Rollup.COMBINED, one -> routing(one).model()),
    PROVIDER(3, ENTRY.PROVIDER, Rollup.COMBINED, one -> routing(one).provider()),
    BYOK(4, ENTRY.BYOK, Rollup.COMBINED, one -> generation(one).charges().byok()),
    TRUST(5, ENTRY.TRUST, Rollup.COMBINED, one -> Optional.of(trust(one))),
    APP(6, ENTRY.APP, Rollup.ALONE, one -> attribution(one).app()),
    WORKSPACE(7, ENTRY.WORKSPACE, Rollup.ALONE, one -> attribution(one).workspace()),
    PRESET(8, ENTRY.PRESET, Rollup.ALONE, one -> attribution(one).preset()),
    ORIGIN(9, ENTRY.ORIGIN, Rollup.ALONE, one -> attribution(one).origin()),
    API_TYPE(10, ENTRY.API_TYPE, Rollup.ALONE, one -> completion(one).apiType()),
    FINISH_REASON(11, ENTRY.FINISH_REASON, Rollup.ALONE, one -> completion(one).finishReason()),
    ROUTER(12, ENTRY.ROUTER, Rollup.ALONE, one -> routing(one).router()),
    TIER(13, ENTRY.TIER, Rollup.ALONE, one -> routing(one).serviceTier()),
    REGION(14, ENTRY.REGION, Rollup.ALONE, one -> routing(one).dataRegion()),
    CANCELLED(15, ENTRY.CANCELLED, Rollup.ALONE, one -> completion(one).cancelled()),
    EXTERNAL_USER(16, ENTRY.EXTERNAL_USER, Rollup.NONE, one -> attribution(one).externalUser()),
    SESSION(17, ENTRY.SESSION, Rollup.NONE, one -> lineage(one).session());

    /** How the rollups sum by a dimension. */
    public enum Rollup {
        /** Together with the other dimensions of this kind, and in days also on its own. */
        COMBINED,
        /** On its own only: the product of all would be one row a generation. */
        ALONE,
        /** Not at all: it has too many values. Reports read the entries. */
        NONE
    }

    /** The number of {@code provisional}, which the schema gives out. */
    public static final int PROVISIONAL = 2;

    /** The number of {@code true} of {@link #BYOK}, which the schema gives out. */
    public static final int BYOK_TRUE = 5;

    private static final List<EntryDimension> ALL = List.of(values());
    private static final List<EntryDimension> COMBINED = of(Rollup.COMBINED);
    private static final List<EntryDimension> ALONE = of(Rollup.ALONE);

    private final int code;
    private final TableField<EntryRecord, Integer> column;
    private final Rollup rollup;
    private final Function<Recording, Optional<?>> value;

    EntryDimension(
            int code,
            TableField<EntryRecord, Integer> column,
            Rollup rollup,
            Function<Recording, Optional<?>> value) {
        this.code = code;
        this.column = column;
        this.rollup = rollup;
        this.value = value;
    }

    /** All dimensions, in the order of their codes. */
    public static List<EntryDimension> all() {
        return ALL;
    }

    /** The dimensions by which the rollups sum together, in the order of their columns. */
    public static List<EntryDimension> combined() {
        return COMBINED;
    }

    /** The dimensions by which the rollups sum one by one only. */
    public static List<EntryDimension> alone() {
        return ALONE;
    }

    private static List<EntryDimension> of(Rollup rollup) {
        return Stream.of(values()).filter(one -> one.rollup == rollup).toList();
    }

    /** Its number in the rollups of single dimensions; never changed. */
    public int code() {
        return code;
    }

    /** Its place among {@link #all}. */
    int index() {
        return code - 1;
    }

    /** Its name in the table {@code dimension_value}; never changed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its column in the table {@code entry}. */
    public TableField<EntryRecord, Integer> column() {
        return column;
    }

    /** How the rollups sum by it. */
    public Rollup rollup() {
        return rollup;
    }

    /** The text that is stored for {@code text}: its beginning and a digest, if it is long. */
    public static String shortened(String text) {
        return new DimensionText(ACCOUNT, text).text();
    }

    /** The text of {@code recording}; null if the document states none. */
    @Nullable String textOf(Recording recording) {
        Optional<?> stated = value.apply(recording);
        return stated.isEmpty() ? null : stated.get().toString();
    }

    /** Whether its texts may identify a user. */
    boolean isErasable() {
        return rollup == Rollup.NONE;
    }

    private static Generation generation(Recording one) {
        return one.entry().generation();
    }

    private static Routing routing(Recording one) {
        return generation(one).routing();
    }

    private static Attribution attribution(Recording one) {
        return generation(one).attribution();
    }

    private static Completion completion(Recording one) {
        return generation(one).completion();
    }

    private static Lineage lineage(Recording one) {
        return generation(one).lineage();
    }

    private static String trust(Recording one) {
        return switch (one.entry().trust()) {
            case RECORD -> "record";
            case PROVISIONAL -> "provisional";
            case UNKNOWN -> "unknown";
        };
    }
}
