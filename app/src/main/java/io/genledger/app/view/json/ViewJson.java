package io.genledger.app.view.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    private static final ObjectWriter PART =
            MAPPER.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private ViewJson() {}

    /** {@code view} on one line. */
    public static String of(Record view) {
        StringWriter text = new StringWriter();
        MAPPER.writeValue(new EscapingWriter(text), view);
        return text.toString();
    }

    /** {@code view} as the body of an answer, in UTF-8. */
    public static byte[] bytes(@Nullable Object view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, view);
        return out.toByteArray();
    }

    /** Writes {@code view} as the body of an answer, in UTF-8. */
    public static void write(OutputStream out, @Nullable Object view) {
        JsonGenerator json = generator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        PART.writeValue(json, view);
        json.flush();
    }

    /**
     * Reads the body of a request.
     *
     * @throws IOException if it is not of that type
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // Micronaut checks the type
    public static <T> T read(byte[] body, Type type) throws IOException {
        try {
            return MAPPER.readValue(body, MAPPER.constructType(type));
        } catch (JacksonException unread) {
            throw new IOException(unread);
        }
    }

    /** A generator of one JSON value that is written to {@code out} as it is generated. */
    static JsonGenerator generator(Writer out) {
        return MAPPER.createGenerator(new EscapingWriter(out));
    }

    /** Writes {@code value} into a JSON value that is being generated. */
    static void write(JsonGenerator json, Object value) {
        PART.writeValue(json, value);
    }

    /** Writes the properties of {@code view} into a JSON object that is being generated. */
    static void writeProperties(JsonGenerator json, Record view) {
        MAPPER.<ObjectNode>valueToTree(view)
                .properties()
                .forEach(property -> {
                    json.writeName(property.getKey());
                    json.writeTree(property.getValue());
                });
    }
}
