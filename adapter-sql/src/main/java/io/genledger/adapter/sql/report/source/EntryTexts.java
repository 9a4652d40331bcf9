package io.genledger.adapter.sql.report.source;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.routing.ModelSlug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The texts of entries in all dimensions that are no times. Most entries share theirs, so that a
 * cache takes less time than a look-up in the statement. For one use by one thread.
 */
public final class EntryTexts {

    /** The columns that {@link #read} reads: the request, and the numbers of the other texts. */
    public static final List<Field<?>> COLUMNS =
            Stream.<Field<?>>concat(
                            Stream.of(ENTRY.REQUEST_ID),
                            EntryDimension.all().stream().map(EntryDimension::column))
                    .toList();

    private static final List<TextDimension> ALL =
            Dimension.ofLedger().stream()
                    .filter(dimension -> !dimension.isTime())
                    .map(TextDimension::of)
                    .toList();

    /** The places after the first of {@link #COLUMNS}, by {@link #ALL}. */
    private static final int[] PLACES =
            ALL.stream()
                    .mapToInt(one ->
                            one.column()
                                    .map(property -> 1 + EntryDimension.all().indexOf(property))
                                    .orElse(0))
                    .toArray();

    /**
     * Texts that are read at once. Numbers are given out as texts appear, so that the next rows
     * have the next numbers.
     */
    private static final int BLOCK = 64;

    /** A text has at most 600 characters. */
    private static final int MOST_BLOCKS = 256;

    private final DSLContext sql;

    /** The blocks that were read, by the quotient of their numbers. */
    private @Nullable String[] @Nullable [] blocks = new String[MOST_BLOCKS][];

    private int held;

    /** Reads texts by {@code sql}, also while rows are read by it. */
    public EntryTexts(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The stated texts of the row at which {@code row} stands.
     *
     * @param first the number of the first of {@link #COLUMNS}
     */
    public Map<Dimension, String> read(ResultSet row, int first) throws SQLException {
        Map<Dimension, String> stated = new EnumMap<>(Dimension.class);
        for (int i = 0; i < PLACES.length; i++) {
            Dimension dimension = ALL.get(i).dimension();
            String text =
                    PLACES[i] == 0 ? row.getString(first) : text(row.getInt(first + PLACES[i]));
            if (text != null) {
                part(dimension, text).ifPresent(part -> stated.put(dimension, part));
            }
        }
        return stated;
    }

    private static Optional<String> part(Dimension dimension, String text) {
        return switch (dimension) {
            case AUTHOR -> new ModelSlug(text).author();
            case VARIANT -> new ModelSlug(text).variant();
            default -> Optional.of(text);
        };
    }

    /** Null if the record states none. */
    private @Nullable String text(int number) {
        if (number == 0) {
            return null;
        }
        int index = number / BLOCK;
        @Nullable String[] block = index < blocks.length ? blocks[index] : null;
        return (block == null ? read(index) : block)[number % BLOCK];
    }

    private @Nullable String[] read(int index) {
        if (held == MOST_BLOCKS) {
            Arrays.fill(blocks, null);
            held = 0;
        }
        if (index >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(index + 1, 2 * blocks.length));
        }
        @Nullable String[] block = new String[BLOCK];
        int first = index * BLOCK;
        sql.select(DIMENSION_VALUE.NUMBER, DIMENSION_VALUE.VALUE)
                .from(DIMENSION_VALUE)
                .where(DIMENSION_VALUE.NUMBER.between(first, first + BLOCK - 1))
                .forEach(one -> block[one.value1() - first] = one.value2());
        blocks[index] = block;
        held++;
        return block;
    }
}
