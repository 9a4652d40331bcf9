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
 * with milliseconds; enums are their codes.
 */
public final class ViewJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new ViewModule())
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private ViewJson() {}

    /** {@code view} on one line. */
    public static String of(Record view) {
        return MAPPER.writeValueAsString(view);
    }
}
