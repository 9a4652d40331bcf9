package io.genledger.adapter.sql.report.source;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.rtrim;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.domain.report.Dimension;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Param;

/**
 * A dimension of reports that is no time.
 *
 * @param dimension the dimension
 * @param column the numbered property of an entry that has its text; empty if the row has the text
 *     itself
 */
public record TextDimension(Dimension dimension, Optional<EntryDimension> column) {

    private static final Param<String> SLASH = inline("/");
    private static final Param<String> COLON = inline(":");
    private static final Param<String> NOTHING = inline("");

    /** {@code dimension}, which is no time, in rows that have all texts themselves. */
    public static TextDimension plain(Dimension dimension) {
        return new TextDimension(dimension, Optional.empty());
    }

    /** Where a ledger's tables have {@code dimension}, which is no time. */
    public static TextDimension of(Dimension dimension) {
        return new TextDimension(
                dimension,
                switch (dimension) {
                    case REQUEST, LEDGER -> Optional.empty();
                    case USER -> Optional.of(EntryDimension.EXTERNAL_USER);
                    case AUTHOR, VARIANT -> Optional.of(EntryDimension.MODEL);
                    default -> Optional.of(EntryDimension.valueOf(dimension.name()));
                });
    }

    /** Whether its text is a part of the text of its numbered column. */
    public boolean isPart() {
        return column.isPresent()
                && (dimension == Dimension.AUTHOR || dimension == Dimension.VARIANT);
    }

    /** Its text within the text of its column; null if there is none. */
    public Field<String> textOf(Field<String> value) {
        return switch (dimension) {
            case AUTHOR -> {
                Field<Integer> slash = position(value, SLASH);
                yield when(
                        slash.gt(inline(0)), substring(value, inline(1), slash.minus(inline(1))));
            }
            case VARIANT ->
                    when(
                            position(value, COLON).gt(inline(0)),
                            substring(value, length(upToLastColon(value)).plus(inline(1))));
            default -> value;
        };
    }

    /** Removes all other characters from the end. */
    private static Field<String> upToLastColon(Field<String> value) {
        return rtrim(value, replace(value, COLON, NOTHING));
    }
}
