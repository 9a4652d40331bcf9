package io.genledger.app.view.json;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes views as the JSON that {@code --json} prints.
 *
 * <p>A record is an object with its components as declared, in that order. Every component is
 * there; an unknown one is {@code null}. A map is an object; its keys are the names of fields.
 * Amounts, prices and shares are strings of plain decimal digits, because many JSON readers convert
 * a number to a binary fraction; counts and milliseconds are numbers; moments are ISO 8601 in UTC
 * with milliseconds; enums are their codes. Control and format characters are escaped.
 */
public final class ViewJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new ViewModule())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private static final int DELETE = 0x7f;

    private ViewJson() {}

    /** {@code view} on one line. */
    public static String of(Record view) {
        return escaped(MAPPER.writeValueAsString(view));
    }

    /**
     * Escapes what could hide text or steer a terminal: Jackson escapes the ASCII control
     * characters only. Outside of strings, JSON has ASCII only.
     */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints()
                .forEach(point -> {
                    if (point < DELETE || !isInvisible(point)) {
                        escaped.appendCodePoint(point);
                    } else {
                        for (char unit : Character.toChars(point)) {
                            escaped.append("\\u%04X".formatted((int) unit));
                        }
                    }
                });
        return escaped.toString();
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
