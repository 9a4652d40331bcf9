package io.genledger.adapter.sql.report.source;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.routing.ModelSlug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;

/** The texts of one entry in all dimensions that are no times. */
public final class EntryTexts {

    /** The columns that {@link #read} reads: the request, and the text of each property. */
    public static final List<Field<?>> COLUMNS =
            Stream.<Field<?>>concat(
                            Stream.of(ENTRY.REQUEST_ID),
                            EntryDimension.all().stream().map(EntryTexts::text))
                    .toList();

    private static final List<TextDimension> ALL =
            Stream.of(Dimension.values())
                    .filter(dimension -> !dimension.isTime())
                    .map(TextDimension::of)
                    .toList();

    private EntryTexts() {}

    /** Of the rows that are read only, which a join would not promise. */
    private static Field<String> text(EntryDimension dimension) {
        return field(
                select(DIMENSION_VALUE.VALUE)
                        .from(DIMENSION_VALUE)
                        .where(DIMENSION_VALUE.NUMBER.eq(dimension.column())));
    }

    /**
     * The stated texts of the row at which {@code row} stands.
     *
     * @param first the number of the first of {@link #COLUMNS}
     */
    public static Map<Dimension, String> read(ResultSet row, int first) throws SQLException {
        Map<Dimension, String> texts = new EnumMap<>(Dimension.class);
        for (TextDimension one : ALL) {
            int column =
                    one.column()
                            .map(text -> first + 1 + EntryDimension.all().indexOf(text))
                            .orElse(first);
            Optional<String> text = Optional.ofNullable(row.getString(column));
            switch (one.dimension()) {
                case AUTHOR -> text = text.map(ModelSlug::new).flatMap(ModelSlug::author);
                case VARIANT -> text = text.map(ModelSlug::new).flatMap(ModelSlug::variant);
                default -> {}
            }
            text.ifPresent(stated -> texts.put(one.dimension(), stated));
        }
        return texts;
    }
}
