package io.genledger.adapter.sql.verify;

import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.money.UsdAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * One figure of a rollup: a count in one column, or an amount in several, of which each holds the
 * next six decimals.
 *
 * @param name the column's name, that of an amount without its unit
 * @param columns the names of its columns, in their order
 */
record Figure(String name, List<String> columns) {

    private static final int DECIMALS_A_COLUMN = 6;

    /** The units of the columns of an amount. */
    private static final List<String> UNITS =
            List.of("_microusd", "_picousd", "_attousd", "_yoctousd");

    /** The figures in {@code columns}. */
    static List<Figure> in(List<String> columns) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (String column : columns) {
            byName.computeIfAbsent(withoutUnit(column), name -> new ArrayList<>()).add(column);
        }
        return byName.entrySet().stream()
                .map(figure -> new Figure(figure.getKey(), figure.getValue()))
                .toList();
    }

    private static String withoutUnit(String column) {
        return UNITS.stream()
                .filter(column::endsWith)
                .map(unit -> column.substring(0, column.length() - unit.length()))
                .findFirst()
                .orElse(column);
    }

    /**
     * Whether sums are not zero together: an amount of zero may have a first column of 1 and a
     * second of -10^6.
     *
     * @param sums by the name of a column
     */
    Condition isNotZero(Function<String, Field<Long>> sums) {
        Field<Long> split = inline(Picodollars.SPLIT);
        Field<Long> carried = sums.apply(columns.get(columns.size() - 1));
        List<Condition> rests = new ArrayList<>();
        for (int i = columns.size() - 2; i >= 0; i--) {
            rests.add(carried.mod(split).ne(inline(0L)));
            carried = sums.apply(columns.get(i)).plus(carried.div(split));
        }
        return rests.stream().reduce(carried.ne(inline(0L)), Condition::or);
    }

    /** Whether sums, by the names of columns, are zero together. */
    boolean isZero(Map<String, Long> sums) {
        return total(sums).signum() == 0;
    }

    /** The value as a message shows it: a number, or US dollars. */
    String text(Map<String, Long> sums) {
        return columns.size() == 1
                ? total(sums).toString()
                : UsdAmount.ofUnits(total(sums), DECIMALS_A_COLUMN * columns.size()).toString();
    }

    private BigInteger total(Map<String, Long> sums) {
        BigInteger total = BigInteger.ZERO;
        for (String column : columns) {
            total =
                    total.multiply(BigInteger.valueOf(Picodollars.SPLIT))
                            .add(BigInteger.valueOf(Objects.requireNonNull(sums.get(column))));
        }
        return total;
    }
}
