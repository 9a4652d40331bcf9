package io.genledger.adapter.sql.report.source;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.genledger.adapter.sql.engine.TextForms;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Filters as conditions on the columns of a table.
 *
 * @param forms how the database compares texts
 * @param dimensions how the table has the texts of a dimension
 */
public record FilterConditions(TextForms forms, Function<Dimension, TextDimension> dimensions) {

    /** Filters of a ledger's tables. */
    FilterConditions(TextForms forms) {
        this(forms, TextDimension::of);
    }

    /** The rows of {@code source} that all of {@code filters} select. */
    public Condition of(List<GenerationFilter> filters, SpendSource source) {
        return filters.stream()
                .map(filter -> of(filter, source))
                .reduce(noCondition(), Condition::and);
    }

    private Condition of(GenerationFilter filter, SpendSource source) {
        List<TextPattern> wanted = patterns(filter, pattern -> !pattern.isNegated());
        List<TextPattern> unwanted = patterns(filter, TextPattern::isNegated);
        Condition selected = wanted.isEmpty() ? noCondition() : any(wanted, filter, source);
        return unwanted.isEmpty() ? selected : selected.and(not(any(unwanted, filter, source)));
    }

    private Condition any(List<TextPattern> patterns, GenerationFilter filter, SpendSource source) {
        return switch (filter) {
            case DimensionFilter one -> {
                TextDimension dimension = dimensions.apply(one.dimension());
                yield any(patterns, dimension, source.column(dimension));
            }
            case GenerationFilter.OfFindings codes -> anyFinding(patterns);
        };
    }

    /** Only entries have findings. */
    private static Condition anyFinding(List<TextPattern> patterns) {
        long bits = 0;
        for (StandardFindings rule : StandardFindings.values()) {
            if (patterns.stream().anyMatch(one -> one.matches(Optional.of(rule.code())))) {
                bits |= rule.mask();
            }
        }
        Condition found = ENTRY.FINDINGS.bitAnd(inline(bits)).ne(inline(0L));
        return patterns.stream().anyMatch(TextPattern::isOfUnstated)
                ? found.or(ENTRY.FINDINGS.eq(inline(0L)))
                : found;
    }

    private static List<TextPattern> patterns(
            GenerationFilter filter, Predicate<TextPattern> predicate) {
        return filter.patterns().stream().filter(predicate).toList();
    }

    /** Whether the text of a row has one of some forms; never null. */
    private Condition any(List<TextPattern> patterns, TextDimension dimension, Field<?> column) {
        List<TextPattern> ofTexts =
                patterns.stream().filter(pattern -> !pattern.isOfUnstated()).toList();
        List<Condition> conditions = new ArrayList<>();
        if (!ofTexts.isEmpty()) {
            conditions.add(isStated(dimension, column, ofTexts));
        }
        if (ofTexts.size() < patterns.size()) {
            conditions.add(isUnstated(dimension, column));
        }
        return or(conditions);
    }

    private Condition isStated(
            TextDimension dimension, Field<?> column, List<TextPattern> patterns) {
        if (dimension.column().isPresent()) {
            Field<String> text = dimension.textOf(DIMENSION_VALUE.VALUE);
            return isOneOf(column, numbers(dimension.column().get(), hasForm(text, patterns)));
        }
        Field<String> text = column.coerce(String.class);
        return text.isNotNull().and(hasForm(text, patterns));
    }

    private static Condition isUnstated(TextDimension dimension, Field<?> column) {
        if (dimension.column().isEmpty()) {
            return column.isNull();
        }
        Condition isZero = column.coerce(Integer.class).eq(inline(0));
        Condition hasNoPart = dimension.textOf(DIMENSION_VALUE.VALUE).isNull();
        return dimension.isPart()
                ? isZero.or(isOneOf(column, numbers(dimension.column().get(), hasNoPart)))
                : isZero;
    }

    private static Condition isOneOf(Field<?> column, Select<Record1<Integer>> numbers) {
        return column.coerce(Integer.class).in(numbers);
    }

    private static Select<Record1<Integer>> numbers(EntryDimension dimension, Condition condition) {
        return select(DIMENSION_VALUE.NUMBER)
                .from(DIMENSION_VALUE)
                .where(DIMENSION_VALUE.DIMENSION.eq(inline(dimension.label())))
                .and(condition);
    }

    private Condition hasForm(Field<String> text, List<TextPattern> patterns) {
        List<Condition> conditions = new ArrayList<>();
        List<Field<String>> exact = new ArrayList<>();
        for (TextPattern pattern : patterns) {
            if (pattern.isExact()) {
                exact.add(val(stored(pattern.parts().get(0))));
            } else {
                conditions.add(forms.hasParts(text, pattern.parts()));
            }
        }
        if (!exact.isEmpty()) {
            conditions.add(text.in(exact));
        }
        return or(conditions);
    }

    private String stored(String text) {
        return forms.storable(EntryDimension.shortened(text));
    }
}
