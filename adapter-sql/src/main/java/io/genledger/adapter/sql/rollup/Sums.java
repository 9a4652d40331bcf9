package io.genledger.adapter.sql.rollup;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.adapter.sql.tables.tables.records.EntryRecord;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Sums of entries in the order of a rollup's columns, which are the same in every rollup. */
final class Sums {

    /** The names of the columns that are sums. */
    private static final List<String> NAMES = names();

    /** A server stores null for zero in all others. */
    private static final Set<String> NEVER_NULL =
            Set.of("requests", "spend_microusd", "spend_picousd");

    private static final int SPEND = EntryRow.indexOf(ENTRY.SPEND_PICOUSD);
    private static final int DISCOUNT = EntryRow.indexOf(ENTRY.CACHE_DISCOUNT_PICOUSD);
    private static final int PROMPT = EntryRow.indexOf(ENTRY.PROMPT_TOKENS);
    private static final int COMPLETION = EntryRow.indexOf(ENTRY.COMPLETION_TOKENS);
    private static final int CACHED = EntryRow.indexOf(ENTRY.CACHED_TOKENS);
    private static final int TIME = EntryRow.indexOf(ENTRY.GENERATION_TIME_US);

    private static final int REQUESTS = indexOf(ROLLUP_DAY.REQUESTS);
    private static final int PROVISIONAL = indexOf(ROLLUP_DAY.PROVISIONAL);
    private static final int UNKNOWN_CACHE_DISCOUNT = indexOf(ROLLUP_DAY.UNKNOWN_CACHE_DISCOUNT);
    private static final int GENERATION_TIME = indexOf(ROLLUP_DAY.GENERATION_TIME_US);
    private static final int TIMED_TOKENS = indexOf(ROLLUP_DAY.TIMED_TOKENS);
    private static final int UNPRICED_TOKENS = indexOf(ROLLUP_DAY.UNPRICED_TOKENS);
    private static final int UNRATED_PROMPT = indexOf(ROLLUP_DAY.UNRATED_PROMPT_TOKENS);
    private static final int UNRATED_CACHED = indexOf(ROLLUP_DAY.UNRATED_CACHED_TOKENS);

    /** An amount of an entry, and its sum as two columns: microdollars, and the rest. */
    private record Amount(int column, int quotient) {

        Amount(TableField<EntryRecord, Long> column, int quotient) {
            this(EntryRow.indexOf(column), quotient);
        }
    }

    private static final List<Amount> AMOUNTS =
            List.of(
                    new Amount(ENTRY.SPEND_PICOUSD, indexOf(ROLLUP_DAY.SPEND_MICROUSD)),
                    new Amount(ENTRY.CREDITS_PICOUSD, indexOf(ROLLUP_DAY.CREDITS_MICROUSD)),
                    new Amount(ENTRY.BYOK_FEE_PICOUSD, indexOf(ROLLUP_DAY.BYOK_FEE_MICROUSD)),
                    new Amount(
                            ENTRY.BYOK_UPSTREAM_PICOUSD,
                            indexOf(ROLLUP_DAY.BYOK_UPSTREAM_MICROUSD)),
                    new Amount(
                            ENTRY.CACHE_DISCOUNT_PICOUSD,
                            indexOf(ROLLUP_DAY.CACHE_DISCOUNT_MICROUSD)));

    private static final Amount UNPRICED =
            new Amount(ENTRY.SPEND_PICOUSD, indexOf(ROLLUP_DAY.UNPRICED_MICROUSD));

    /** A figure of an entry, and the column that sums it or counts where it is unknown. */
    private record Figure(int column, int sum) {

        Figure(TableField<EntryRecord, Long> column, int sum) {
            this(EntryRow.indexOf(column), sum);
        }
    }

    private static final List<Figure> TOKENS =
            List.of(
                    new Figure(ENTRY.PROMPT_TOKENS, indexOf(ROLLUP_DAY.PROMPT_TOKENS)),
                    new Figure(ENTRY.COMPLETION_TOKENS, indexOf(ROLLUP_DAY.COMPLETION_TOKENS)),
                    new Figure(ENTRY.REASONING_TOKENS, indexOf(ROLLUP_DAY.REASONING_TOKENS)),
                    new Figure(ENTRY.CACHED_TOKENS, indexOf(ROLLUP_DAY.CACHED_TOKENS)),
                    new Figure(ENTRY.IMAGE_TOKENS, indexOf(ROLLUP_DAY.IMAGE_TOKENS)));

    private static final List<Figure> UNKNOWN =
            List.of(
                    new Figure(ENTRY.SPEND_PICOUSD, indexOf(ROLLUP_DAY.UNKNOWN_SPEND)),
                    new Figure(ENTRY.CREDITS_PICOUSD, indexOf(ROLLUP_DAY.UNKNOWN_CREDITS)),
                    new Figure(
                            ENTRY.BYOK_UPSTREAM_PICOUSD, indexOf(ROLLUP_DAY.UNKNOWN_BYOK_UPSTREAM)),
                    new Figure(ENTRY.PROMPT_TOKENS, indexOf(ROLLUP_DAY.UNKNOWN_PROMPT_TOKENS)),
                    new Figure(
                            ENTRY.COMPLETION_TOKENS, indexOf(ROLLUP_DAY.UNKNOWN_COMPLETION_TOKENS)),
                    new Figure(
                            ENTRY.REASONING_TOKENS, indexOf(ROLLUP_DAY.UNKNOWN_REASONING_TOKENS)),
                    new Figure(ENTRY.CACHED_TOKENS, indexOf(ROLLUP_DAY.UNKNOWN_CACHED_TOKENS)));

    private final long[] values = new long[NAMES.size()];

    private Sums() {}

    /** Which columns of {@code rollup} are null for zero on a server. */
    static boolean[] nullable(Table<?> rollup) {
        boolean[] nullable = new boolean[rollup.fields().length];
        for (int i = 0; i < nullable.length; i++) {
            String name = rollup.fields()[i].getName();
            nullable[i] = NAMES.contains(name) && !NEVER_NULL.contains(name);
        }
        return nullable;
    }

    /** The sums of one entry; negative if the row cancels it. */
    static long[] of(EntryRow row) {
        Sums sums = new Sums();
        sums.count(row);
        for (Amount amount : AMOUNTS) {
            sums.add(amount, row);
        }
        for (Figure tokens : TOKENS) {
            sums.values[tokens.sum()] = row.sign() * known(row.figure(tokens.column()));
        }
        sums.addToRatios(row);
        return sums.values;
    }

    private void count(EntryRow row) {
        int sign = row.sign();
        values[REQUESTS] = sign;
        if (row.number(EntryDimension.TRUST) == EntryDimension.PROVISIONAL) {
            values[PROVISIONAL] = sign;
        }
        for (Figure unknown : UNKNOWN) {
            values[unknown.sum()] = row.figure(unknown.column()) == null ? sign : 0;
        }
        if (row.figure(DISCOUNT) == null && known(row.figure(CACHED)) > 0) {
            values[UNKNOWN_CACHE_DISCOUNT] = sign;
        }
    }

    /** Figures of entries that a ratio leaves out, or that it is computed from. */
    private void addToRatios(EntryRow row) {
        int sign = row.sign();
        Long prompt = row.figure(PROMPT);
        Long completion = row.figure(COMPLETION);
        Long cached = row.figure(CACHED);
        if (prompt == null || completion == null || row.figure(SPEND) == null) {
            add(UNPRICED, row);
            values[UNPRICED_TOKENS] = sign * (known(prompt) + known(completion));
        }
        if (prompt == null || cached == null) {
            values[UNRATED_PROMPT] = sign * known(prompt);
            values[UNRATED_CACHED] = sign * known(cached);
        }
        Long time = row.figure(TIME);
        if (time != null && completion != null) {
            values[GENERATION_TIME] = sign * time;
            values[TIMED_TOKENS] = sign * completion;
        }
    }

    private void add(Amount amount, EntryRow row) {
        long picodollars = row.sign() * known(row.figure(amount.column()));
        values[amount.quotient()] = picodollars / Picodollars.SPLIT;
        values[amount.quotient() + 1] = picodollars % Picodollars.SPLIT;
    }

    private static long known(@Nullable Long figure) {
        return figure == null ? 0 : figure;
    }

    /** Adds {@code sums}, columns like these, to {@code total}. */
    static void add(long[] total, long[] sums) {
        for (int i = 0; i < sums.length; i++) {
            total[i] += sums[i];
        }
    }

    private static List<String> names() {
        int keys = Objects.requireNonNull(ROLLUP_DAY.getPrimaryKey()).getFields().size();
        return Stream.of(ROLLUP_DAY.fields()).skip(keys).map(Field::getName).toList();
    }

    private static int indexOf(Field<?> column) {
        return NAMES.indexOf(column.getName());
    }
}
