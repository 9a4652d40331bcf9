package io.genledger.adapter.sql.entry;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.ledger.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** One row of the table {@code entry}, as the values of its columns in their order. */
public final class EntryRow {

    private static final Field<?>[] COLUMNS = ENTRY.fields();
    private static final int DIGEST_BYTES = 16;
    private static final IdentityHashMap<Field<?>, Integer> INDEX = index();

    /** The index of each dimension's column. */
    private static final int[] DIMENSIONS =
            EntryDimension.all().stream().mapToInt(one -> indexOf(one.column())).toArray();

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private static final Set<Field<?>> OF_ITS_PLACE =
            Set.of(
                    ENTRY.SEQ,
                    ENTRY.REVISION,
                    ENTRY.PREVIOUS,
                    ENTRY.RECORDED_US,
                    ENTRY.DIGEST_VERSION,
                    ENTRY.DIGEST);

    private final @Nullable Object[] values;

    private EntryRow(@Nullable Object[] values) {
        this.values = values;
    }

    /**
     * The row of a recording's entry, without its place in the ledger, and with no text in any
     * dimension.
     */
    public static EntryRow of(Recording recording) {
        LedgerEntry entry = recording.entry();
        Generation generation = entry.generation();
        EntryRow row = new EntryRow(new @Nullable Object[COLUMNS.length]);
        row.set(ENTRY.SIGN, 1);
        row.set(ENTRY.GENERATION, entry.id().value());
        row.set(ENTRY.RECEIVED_US, Moments.toMicros(recording.document().receivedAt()));
        row.put(entry.createdAt(), generation.created().basis());
        row.set(ENTRY.KIND, code(generation.shape().kind()));
        row.set(ENTRY.FETCHED, recording.document().requested().isPresent() ? 1 : 0);
        row.set(ENTRY.DIGEST_VERSION, entry.digest().version());
        row.set(ENTRY.DIGEST, shortened(entry.digest()));
        for (int column : DIMENSIONS) {
            row.values[column] = 0;
        }
        row.set(ENTRY.REQUEST_ID, get(generation.lineage().request(), RequestId::value));
        row.put(entry.posting());
        row.put(generation.nativeTokens());
        row.put(generation.timing());
        row.set(ENTRY.FINDINGS, entry.findings().bits());
        row.set(ENTRY.UNDECIDED_FINDINGS, entry.findings().undecidedBits());
        row.set(ENTRY.FINDINGS_VERSION, entry.findings().rulesVersion());
        return row;
    }

    /**
     * The row with the numbers of its dimensions.
     *
     * @param numbers by {@link EntryDimension#all}
     */
    public EntryRow numbered(int[] numbers) {
        EntryRow numbered = new EntryRow(values.clone());
        for (int i = 0; i < numbers.length; i++) {
            numbered.values[DIMENSIONS[i]] = numbers[i];
        }
        return numbered;
    }

    private void put(Instant createdAt, CreationTime.Basis basis) {
        long micros = Moments.toMicros(createdAt);
        set(ENTRY.CREATED_US, micros);
        set(ENTRY.DAY, Math.toIntExact(Math.floorDiv(micros, MICROS_PER_DAY)));
        set(ENTRY.CREATED_BASIS, code(basis));
    }

    /** As the schema describes it. */
    private static int code(CreationTime.Basis basis) {
        return switch (basis) {
            case RECORD -> 0;
            case ID -> 1;
            case RECEIPT -> 2;
        };
    }

    /** As the schema describes it. */
    private static int code(DocumentKind kind) {
        return switch (kind) {
            case METADATA -> 0;
            case COMPLETION -> 1;
            case ACTIVITY -> 2;
            case BROADCAST -> 3;
        };
    }

    /** The kind of document that states the entry. */
    public DocumentKind kind() {
        return kind(required(ENTRY.KIND));
    }

    /** The kind of document with a number of the schema. */
    public static DocumentKind kind(int code) {
        return switch (code) {
            case 0 -> DocumentKind.METADATA;
            case 1 -> DocumentKind.COMPLETION;
            case 2 -> DocumentKind.ACTIVITY;
            case 3 -> DocumentKind.BROADCAST;
            default -> throw new IllegalArgumentException("no kind of document has number " + code);
        };
    }

    private void put(Posting posting) {
        set(ENTRY.SPEND_PICOUSD, Picodollars.of(posting.spend()));
        set(ENTRY.CREDITS_PICOUSD, Picodollars.of(posting.credits()));
        set(ENTRY.BYOK_FEE_PICOUSD, Picodollars.of(posting.byokFee()));
        set(ENTRY.BYOK_UPSTREAM_PICOUSD, Picodollars.of(posting.byokUpstream()));
        set(ENTRY.CACHE_DISCOUNT_PICOUSD, Picodollars.of(posting.cacheDiscount()));
    }

    private void put(NativeTokens tokens) {
        set(ENTRY.PROMPT_TOKENS, get(tokens.prompt(), TokenCount::value));
        set(ENTRY.COMPLETION_TOKENS, get(tokens.completion(), TokenCount::value));
        set(ENTRY.REASONING_TOKENS, get(tokens.reasoning(), TokenCount::value));
        set(ENTRY.CACHED_TOKENS, get(tokens.cached(), TokenCount::value));
        set(ENTRY.IMAGE_TOKENS, get(tokens.completionImages(), TokenCount::value));
    }

    private void put(Timing timing) {
        set(ENTRY.LATENCY_US, get(timing.latency(), EntryRow::micros));
        set(ENTRY.GENERATION_TIME_US, get(timing.generationTime(), EntryRow::micros));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static <V, C> @Nullable C get(Optional<V> value, Function<? super V, C> column) {
        return value.isEmpty() ? null : column.apply(value.get());
    }

    /** A row that was read with all columns. */
    public static EntryRow of(Record row) {
        @Nullable Object[] values = new @Nullable Object[COLUMNS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(COLUMNS[i]);
        }
        return new EntryRow(values);
    }

    /**
     * The row at its place in the ledger.
     *
     * @param previous the entry of the revision before; null for the first one
     */
    public EntryRow at(long seq, int revision, @Nullable Long previous, Instant recordedAt) {
        EntryRow placed = new EntryRow(values.clone());
        placed.set(ENTRY.SEQ, seq);
        placed.set(ENTRY.REVISION, revision);
        placed.set(ENTRY.PREVIOUS, previous);
        placed.set(ENTRY.RECORDED_US, Moments.toMicros(recordedAt));
        return placed;
    }

    /**
     * The row that cancels this one.
     *
     * @param seq its own place
     * @param recordedAt the time of the correction
     */
    public EntryRow cancelled(long seq, Instant recordedAt) {
        EntryRow cancelled = new EntryRow(values.clone());
        cancelled.set(ENTRY.SEQ, seq);
        cancelled.set(ENTRY.SIGN, -1);
        cancelled.set(ENTRY.PREVIOUS, seq());
        cancelled.set(ENTRY.RECORDED_US, Moments.toMicros(recordedAt));
        return cancelled;
    }

    /** This row with the user and session of {@code erased}, and without the request. */
    public EntryRow anonymousAs(EntryRow erased) {
        EntryRow anonymous = new EntryRow(values.clone());
        anonymous.set(ENTRY.EXTERNAL_USER, erased.get(ENTRY.EXTERNAL_USER));
        anonymous.set(ENTRY.SESSION, erased.get(ENTRY.SESSION));
        anonymous.set(ENTRY.REQUEST_ID, null);
        return anonymous;
    }

    /**
     * The beginning of a content digest that is stored. Its 128 bits are enough to tell the few
     * revisions of one generation apart.
     */
    public static byte[] shortened(ContentDigest digest) {
        return HexFormat.of().parseHex(digest.hex(), 0, 2 * DIGEST_BYTES);
    }

    /**
     * Whether all is equal but the place in the ledger, and the digest, which has versions.
     *
     * @param other not stored yet
     * @param storable a text as the database stores it
     */
    public boolean hasFiguresOf(EntryRow other, UnaryOperator<String> storable) {
        for (int i = 0; i < values.length; i++) {
            Object value =
                    other.values[i] instanceof String text ? storable.apply(text) : other.values[i];
            if (!OF_ITS_PLACE.contains(COLUMNS[i]) && !Objects.equals(values[i], value)) {
                return false;
            }
        }
        return true;
    }

    /** The entry's place in the ledger. */
    public long seq() {
        return required(ENTRY.SEQ);
    }

    /** The place of the entry that counts: its own, or that of the entry it cancels. */
    public long original() {
        return sign() > 0 ? seq() : required(ENTRY.PREVIOUS);
    }

    /** 1, or -1 for an entry that a correction cancels. */
    public int sign() {
        return required(ENTRY.SIGN);
    }

    /** The number of a dimension's value; 0 if the record states none. */
    public int number(EntryDimension dimension) {
        return (Integer) Objects.requireNonNull(values[DIMENSIONS[dimension.index()]]);
    }

    /** The value of the column of a whole number, by its place in the table. */
    public @Nullable Long figure(int column) {
        return (Long) values[column];
    }

    /** The value of a column that is never null. */
    public <T> T required(TableField<?, T> column) {
        return Objects.requireNonNull(get(column));
    }

    /** The value of a column. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(TableField<?, T> column) {
        return (@Nullable T) values[indexOf(column)];
    }

    private void set(TableField<?, ?> column, @Nullable Object value) {
        values[indexOf(column)] = value;
    }

    /** The place of a column in its table, for {@link #figure}. */
    public static int indexOf(TableField<?, ?> column) {
        return Objects.requireNonNull(INDEX.get(column));
    }

    private static IdentityHashMap<Field<?>, Integer> index() {
        IdentityHashMap<Field<?>, Integer> index = new IdentityHashMap<>();
        for (int i = 0; i < COLUMNS.length; i++) {
            index.put(COLUMNS[i], i);
        }
        return index;
    }

    /** The values of all columns, in their order. */
    public @Nullable Object[] values() {
        return values;
    }
}
