package io.genledger.adapter.sql.export;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.report.source.EntryTexts;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.export.EntryOrigin;
import io.genledger.ports.export.EntryPlace;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.export.RowShape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an export in their order, and the entry that a row of them states.
 *
 * @param shape what rows have
 */
record ExportColumns(RowShape shape) {

    private static final List<Field<?>> OF_ENTRY =
            List.of(
                    ENTRY.SEQ,
                    ENTRY.REVISION,
                    ENTRY.SIGN,
                    ENTRY.RECORDED_US,
                    ENTRY.GENERATION,
                    ENTRY.CREATED_US,
                    ENTRY.CREATED_BASIS,
                    ENTRY.KIND,
                    ENTRY.FETCHED,
                    ENTRY.RECEIVED_US);

    private static final List<Field<?>> OF_FIGURES =
            List.of(
                    ENTRY.SPEND_PICOUSD,
                    ENTRY.CREDITS_PICOUSD,
                    ENTRY.BYOK_FEE_PICOUSD,
                    ENTRY.BYOK_UPSTREAM_PICOUSD,
                    ENTRY.CACHE_DISCOUNT_PICOUSD,
                    ENTRY.PROMPT_TOKENS,
                    ENTRY.COMPLETION_TOKENS,
                    ENTRY.REASONING_TOKENS,
                    ENTRY.CACHED_TOKENS,
                    ENTRY.IMAGE_TOKENS,
                    ENTRY.LATENCY_US,
                    ENTRY.GENERATION_TIME_US,
                    ENTRY.FINDINGS,
                    ENTRY.FINDINGS_VERSION);

    private static final List<Field<?>> OF_DOCUMENT =
            List.of(DOCUMENT.REQUESTED_ID, DOCUMENT.CODEC, DOCUMENT.BODY);

    private static final int FIRST_TEXT = OF_ENTRY.size() + OF_FIGURES.size() + 1;

    List<Field<?>> all() {
        List<Field<?>> columns = new ArrayList<>(OF_ENTRY);
        columns.addAll(OF_FIGURES);
        columns.addAll(EntryTexts.COLUMNS);
        if (shape.hasDocument()) {
            columns.addAll(OF_DOCUMENT);
        }
        return columns;
    }

    /** The entry of the row at which {@code row} stands. */
    ExportRow read(ResultSet row, EntryTexts texts) throws SQLException {
        EntryPlace place =
                new EntryPlace(
                        row.getLong(1),
                        row.getInt(2),
                        row.getInt(3) < 0,
                        Moments.ofMicros(row.getLong(4)));
        GenerationId id = new GenerationId(row.getString(5));
        EntryOrigin origin =
                new EntryOrigin(
                        EntryRow.kind(row.getInt(8)),
                        row.getInt(9) == 1,
                        Moments.ofMicros(row.getLong(10)));
        return new ExportRow(
                place,
                id,
                new CreationTime(Moments.ofMicros(row.getLong(6)), basis(row.getInt(7))),
                origin,
                texts.read(row, FIRST_TEXT),
                posting(row),
                tokens(row),
                duration(row, 21),
                duration(row, 22),
                findings(row),
                shape.hasDocument() ? document(row, id, origin) : Optional.empty());
    }

    /** Bits of another version of the rules may mean something else. */
    private static Optional<Set<StandardFindings>> findings(ResultSet row) throws SQLException {
        return row.getInt(24) == StandardFindings.RULES_VERSION
                ? Optional.of(StandardFindings.ofBits(row.getLong(23)))
                : Optional.empty();
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                amount(row, 11),
                amount(row, 12),
                amount(row, 13),
                amount(row, 14),
                amount(row, 15));
    }

    private static NativeTokens tokens(ResultSet row) throws SQLException {
        return new NativeTokens(
                count(row, 16), count(row, 17), count(row, 18), count(row, 19), count(row, 20));
    }

    private static CreationTime.Basis basis(int code) {
        return switch (code) {
            case 0 -> CreationTime.Basis.RECORD;
            case 1 -> CreationTime.Basis.ID;
            case 2 -> CreationTime.Basis.RECEIPT;
            default -> throw new IllegalArgumentException("no basis of a time has code " + code);
        };
    }

    /** JDBC reads null as 0. */
    private static Optional<UsdAmount> amount(ResultSet row, int column) throws SQLException {
        long picodollars = row.getLong(column);
        return Picodollars.toAmount(isNull(row, picodollars) ? null : picodollars);
    }

    private static Optional<TokenCount> count(ResultSet row, int column) throws SQLException {
        long count = row.getLong(column);
        return isNull(row, count) ? Optional.empty() : Optional.of(new TokenCount(count));
    }

    private static Optional<Duration> duration(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return isNull(row, micros)
                ? Optional.empty()
                : Optional.of(Duration.of(micros, ChronoUnit.MICROS));
    }

    /** Whether the last value that was read is null, which reads as 0. */
    private static boolean isNull(ResultSet row, long value) throws SQLException {
        return value == 0 && row.wasNull();
    }

    /** Empty for a cancellation, which has none. */
    private Optional<MetadataDocument> document(ResultSet row, GenerationId id, EntryOrigin origin)
            throws SQLException {
        int first = FIRST_TEXT + EntryTexts.COLUMNS.size();
        int codec = row.getInt(first + 1);
        if (isNull(row, codec)) {
            return Optional.empty();
        }
        Optional<GenerationId> requested =
                origin.isFetched()
                        ? Optional.of(requested(row.getString(first), id))
                        : Optional.empty();
        return Optional.of(
                DocumentCodec.document(
                        requested, codec, row.getBytes(first + 2), origin.receivedAt()));
    }

    private static GenerationId requested(@Nullable String another, GenerationId id) {
        return another == null ? id : new GenerationId(another);
    }
}
