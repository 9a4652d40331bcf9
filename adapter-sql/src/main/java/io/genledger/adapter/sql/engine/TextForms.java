package io.genledger.adapter.sql.engine;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * How a database system stores and compares texts: the differences that jOOQ does not hide. The
 * defaults are those of standard SQL.
 */
public interface TextForms {

    /** Those of standard SQL. */
    TextForms STANDARD = new TextForms() {};

    /**
     * Selects texts that consist of some parts in their order, with any characters between each
     * two. Upper and lower case differ.
     *
     * @param parts at least two; the first and the last may be empty
     */
    default Condition hasParts(Field<String> text, List<String> parts) {
        return text.like(
                String.join(
                        "%",
                        parts.stream()
                                .map(part -> storable(part).replaceAll("[%_\\\\]", "\\\\$0"))
                                .toList()),
                '\\');
    }

    /** Replaces the characters that a text column cannot hold. */
    default String storable(String text) {
        return WellFormedText.of(text);
    }
}
