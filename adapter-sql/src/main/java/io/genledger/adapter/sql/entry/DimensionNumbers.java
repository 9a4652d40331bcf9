package io.genledger.adapter.sql.entry;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.ports.ledger.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the texts of dimensions. New texts are numbered in a transaction of their own, so
 * that a number in the cache is never rolled back; within a service's transactions, none is cached.
 * Thread-safe.
 */
public final class DimensionNumbers {

    private static final BulkStatement INSERT =
            new BulkStatement(
                    insertInto(DIMENSION_VALUE, DIMENSION_VALUE.fields())
                            .values(new Object[DIMENSION_VALUE.fields().length])
                            .onConflictDoNothing());

    /** In one order, so that two transactions that insert the same texts do not deadlock. */
    static final Comparator<DimensionText> ORDER =
            Comparator.comparing(DimensionText::dimension).thenComparing(DimensionText::text);

    private final LedgerConnection connection;
    private volatile @Nullable NumberCache cache;

    /** The numbers in the ledger of {@code connection}. */
    public DimensionNumbers(LedgerConnection connection) {
        this.connection = connection;
    }

    /**
     * Prepared recordings with the numbers of their dimensions.
     *
     * @param all in the order of the recordings
     * @param erasures the number of erasures in the ledger before the numbers were read
     */
    public record Numbered<T>(List<T> all, long erasures) {

        /**
         * Makes sure that no user was erased since, and, with writers announced, that none is until
         * the transaction ends.
         *
         * @throws OutdatedNumbersException if one was
         */
        public void requirePresent(DSLContext sql) {
            DimensionNumbers.requirePresent(sql, erasures);
        }
    }

    private static void requirePresent(DSLContext sql, long erasures) {
        if (Erasures.count(sql) != erasures) {
            throw new OutdatedNumbersException();
        }
    }

    /**
     * Prepares {@code recordings}, and looks up the numbers of their texts as far as they are
     * known. Writes nothing.
     *
     * @param prepare many threads call it at once
     */
    public <T> Numbering<T> begin(List<Recording> recordings, Function<Recording, T> prepare) {
        NumberCache present = present();
        Erasures erasures =
                present.erasures() == 0
                        ? new Erasures(0, Set.of())
                        : connection.read(
                                sql -> Erasures.read(sql, present.erasures(), recordings));
        return new Numbering<>(recordings, prepare, new RecordingNumbers(present, erasures));
    }

    /**
     * Numbers prepared recordings. Writes the numbers of texts that are new. May be called again if
     * it failed.
     *
     * @param number is given a prepared recording, and the number of each of {@link
     *     EntryDimension#all}: 0 where the document states none, or where it was erased
     * @throws OutdatedNumbersException if a user was erased since the numbering began
     */
    public <T> Numbered<T> finish(Numbering<T> numbering, BiFunction<T, int[], T> number) {
        RecordingNumbers numbers = numbering.numbers();
        while (!numbering.isComplete()) {
            numbers.add(numbersOf(numbers.takeUnknown(), numbers.erasures()));
        }
        return new Numbered<>(numbering.numbered(number), numbers.erasures());
    }

    private NumberCache present() {
        NumberCache present = cache;
        return present == null ? read() : present;
    }

    /** Forgets the numbers that were read before the last erasure. */
    public void renew() {
        read();
    }

    private NumberCache read() {
        NumberCache before = cache;
        long erasures = connection.read(Erasures::count);
        NumberCache present =
                before != null && before.erasures() == erasures
                        ? before
                        : new NumberCache(erasures, connection.commits());
        cache = present;
        return present;
    }

    /** Lets recordings that are prepared read the numbers of their texts again. */
    public static void markErased(DSLContext sql) {
        Erasures.add(sql);
    }

    private Map<DimensionText, Integer> numbersOf(Set<DimensionText> texts, long erasures) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        Map<DimensionText, Integer> numbers = connection.read(sql -> read(sql, texts));
        Set<DimensionText> unknown = new TreeSet<>(ORDER);
        unknown.addAll(texts);
        unknown.removeAll(numbers.keySet());
        if (!unknown.isEmpty()) {
            numbers.putAll(
                    connection.write(sql -> {
                        Engine.of(sql).announceWrite(sql, ENTRY);
                        requirePresent(sql, erasures);
                        return add(sql, unknown);
                    }));
        }
        return numbers;
    }

    /** The number of a text; empty if no entry ever had it, or if it was erased. */
    public static Optional<Integer> find(DSLContext sql, EntryDimension dimension, String text) {
        DimensionText stored = new DimensionText(dimension, text);
        return Optional.ofNullable(read(sql, Set.of(stored)).get(stored));
    }

    private static Map<DimensionText, Integer> add(DSLContext sql, Set<DimensionText> texts) {
        long[] numbers = Engine.of(sql).allocate(sql, "dimension_number", texts.size());
        List<Object[]> rows = new ArrayList<>();
        for (DimensionText text : texts) {
            int number = Math.toIntExact(numbers[rows.size()]);
            rows.add(new Object[] {number, text.dimension().label(), text.text()});
        }
        INSERT.execute(sql, rows);
        return read(sql, texts);
    }

    private static Map<DimensionText, Integer> read(DSLContext sql, Set<DimensionText> texts) {
        Map<DimensionText, Integer> numbers = new HashMap<>();
        texts.stream()
                .collect(groupingBy(DimensionText::dimension, toCollection(ArrayList::new)))
                .forEach((dimension, all) ->
                        Chunks.of(all).forEach(some -> numbers.putAll(read(sql, dimension, some))));
        return numbers;
    }

    private static Map<DimensionText, Integer> read(
            DSLContext sql, EntryDimension dimension, List<DimensionText> texts) {
        Engine engine = Engine.of(sql);
        Map<String, Integer> byStored =
                sql.select(DIMENSION_VALUE.VALUE, DIMENSION_VALUE.NUMBER)
                        .from(DIMENSION_VALUE)
                        .where(DIMENSION_VALUE.DIMENSION.eq(dimension.label()))
                        .and(
                                DIMENSION_VALUE.VALUE.in(
                                        texts.stream()
                                                .map(one -> engine.storable(one.text()))
                                                .toList()))
                        .fetchMap(DIMENSION_VALUE.VALUE, DIMENSION_VALUE.NUMBER);
        Map<DimensionText, Integer> numbers = new HashMap<>();
        for (DimensionText text : texts) {
            Integer number = byStored.get(engine.storable(text.text()));
            if (number != null) {
                numbers.put(text, number);
            }
        }
        return numbers;
    }
}
