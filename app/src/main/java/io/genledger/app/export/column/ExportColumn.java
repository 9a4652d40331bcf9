package io.genledger.app.export.column;

import io.genledger.app.view.json.Forms;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.export.ExportRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column that every entry has, for formats that write all of them.
 *
 * @param named its name and documentation
 * @param type the type of its values
 * @param value its value; empty if unknown
 */
public record ExportColumn(NamedColumn named, Type type, Function<ExportRow, Optional<?>> value) {

    /** The type of the values of a column. */
    public enum Type {
        /** Its text, by {@link Object#toString}. */
        TEXT,
        /** A {@link Boolean}. */
        FLAG,
        /** An {@link java.time.Instant}. */
        TIME,
        /** A number or a {@link TokenCount}. */
        COUNT,
        /** A {@link UsdAmount}. */
        AMOUNT,
        /** A {@link Duration}. */
        DURATION;

        /** Whether the values are numbers. */
        public boolean isNumber() {
            return this == COUNT || this == AMOUNT || this == DURATION;
        }
    }

    private static final String USD = "US dollars, exact, 12 decimals at most";
    private static final String TIME = "ISO 8601, UTC, microseconds";
    private static final String MILLISECONDS = "milliseconds, exact to the microsecond";

    /** All columns in their order. */
    public static final List<ExportColumn> ALL = all();

    /** Their names and documentation. */
    public static final List<NamedColumn> NAMED = ALL.stream().map(ExportColumn::named).toList();

    private static List<ExportColumn> all() {
        List<ExportColumn> all = new ArrayList<>();
        all.add(always("id", Type.TEXT, "text", "id", row -> row.id()));
        all.add(
                always(
                        "created",
                        Type.TIME,
                        TIME,
                        "created_at, else the second in the id, else the receipt",
                        row -> row.created().at()));
        all.add(
                always(
                        "createdBasis",
                        Type.TEXT,
                        "record, id, receipt",
                        "source of created",
                        row -> Forms.code(row.created().basis())));
        all.add(
                always(
                        "recorded",
                        Type.TIME,
                        TIME,
                        "time of recording of this revision",
                        row -> row.place().recordedAt()));
        all.add(
                always(
                        "received",
                        Type.TIME,
                        TIME,
                        "time of receipt of the document",
                        row -> row.origin().receivedAt()));
        all.add(
                always(
                        "kind",
                        Type.TEXT,
                        "metadata, activity, broadcast, completion",
                        "kind of document",
                        row -> Forms.code(row.origin().kind())));
        all.add(
                always(
                        "fetched",
                        Type.FLAG,
                        "true, false",
                        "whether the document was fetched by its id",
                        row -> row.origin().isFetched()));
        all.add(
                number(
                        "revision",
                        Type.COUNT,
                        "count, from 1",
                        false,
                        "number of the revision",
                        row -> Optional.of(row.place().revision())));
        all.add(
                number(
                        "entry",
                        Type.COUNT,
                        "count, from 1",
                        false,
                        "number of the entry",
                        row -> Optional.of(row.place().number())));
        Dimension.ofLedger().stream()
                .filter(dimension -> !dimension.isTime())
                .map(ExportColumn::of)
                .forEach(all::add);
        all.add(amount("spend", "credits + byokUpstream", row -> row.posting().spend()));
        all.add(amount("credits", "usage", row -> row.posting().credits()));
        all.add(amount("byokFee", "usage of a BYOK call, else 0", row -> row.posting().byokFee()));
        all.add(
                amount(
                        "byokUpstream",
                        "upstream_inference_cost of a BYOK call, an estimate at list price; else 0",
                        row -> row.posting().byokUpstream()));
        all.add(amount("cacheSaving", "cache_discount", row -> row.posting().cacheDiscount()));
        all.add(tokens("promptTokens", "native_tokens_prompt", row -> row.tokens().prompt()));
        all.add(
                tokens(
                        "completionTokens",
                        "native_tokens_completion",
                        row -> row.tokens().completion()));
        all.add(
                tokens(
                        "reasoningTokens",
                        "native_tokens_reasoning",
                        row -> row.tokens().reasoning()));
        all.add(tokens("cachedTokens", "native_tokens_cached", row -> row.tokens().cached()));
        all.add(
                tokens(
                        "imageTokens",
                        "native_tokens_completion_images",
                        row -> row.tokens().completionImages()));
        all.add(duration("latencyMs", "latency", ExportRow::latency));
        all.add(duration("generationTimeMs", "generation_time", ExportRow::generationTime));
        all.add(findings());
        return List.copyOf(all);
    }

    private static ExportColumn findings() {
        return new ExportColumn(
                new NamedColumn(
                        "findings",
                        "codes with spaces between them, or none",
                        true,
                        "findings in the record without those that the account's plan decides;"
                                + " empty if the rules of another version found them"),
                Type.TEXT,
                row -> row.findings().map(ExportColumn::codes));
    }

    private static String codes(Set<StandardFindings> findings) {
        return findings.isEmpty()
                ? "none"
                : findings.stream().map(StandardFindings::code).collect(Collectors.joining(" "));
    }

    private static ExportColumn of(Dimension dimension) {
        boolean isNullable = dimension != Dimension.TRUST && dimension != Dimension.ACCOUNT;
        return new ExportColumn(
                new NamedColumn(
                        dimension.label(), "text", isNullable, "dimension " + dimension.label()),
                Type.TEXT,
                row -> Optional.ofNullable(row.texts().get(dimension)));
    }

    private static ExportColumn always(
            String name, Type type, String unit, String source, Function<ExportRow, Object> value) {
        return new ExportColumn(
                new NamedColumn(name, unit, false, source),
                type,
                row -> Optional.of(value.apply(row)));
    }

    private static ExportColumn number(
            String name,
            Type type,
            String unit,
            boolean isNullable,
            String source,
            Function<ExportRow, Optional<?>> value) {
        return new ExportColumn(new NamedColumn(name, unit, isNullable, source), type, value);
    }

    private static ExportColumn amount(
            String name, String source, Function<ExportRow, Optional<UsdAmount>> value) {
        return number(name, Type.AMOUNT, USD, true, source, value::apply);
    }

    private static ExportColumn tokens(
            String name, String source, Function<ExportRow, Optional<TokenCount>> value) {
        return number(name, Type.COUNT, "tokens", true, source, value::apply);
    }

    private static ExportColumn duration(
            String name, String source, Function<ExportRow, Optional<Duration>> value) {
        return number(name, Type.DURATION, MILLISECONDS, true, source, value::apply);
    }
}
