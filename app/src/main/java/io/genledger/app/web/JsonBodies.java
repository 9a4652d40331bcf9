package io.genledger.app.web;

import io.genledger.app.view.json.ViewJson;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Lets Micronaut read and write bodies as all JSON of the program is, by Jackson 3. */
@Primary
@Singleton
final class JsonBodies implements JsonMapper {

    @Override
    public <T> T readValue(InputStream body, Argument<T> type) throws IOException {
        return readValue(body.readAllBytes(), type);
    }

    @Override
    public <T> T readValue(byte[] body, Argument<T> type) throws IOException {
        return ViewJson.read(body, type.asType());
    }

    @Override
    public void writeValue(OutputStream out, @Nullable Object value) {
        ViewJson.write(out, value);
    }

    @Override
    public <T> void writeValue(OutputStream out, Argument<T> type, @Nullable T value) {
        ViewJson.write(out, value);
    }

    @Override
    public byte[] writeValueAsBytes(@Nullable Object value) {
        return ViewJson.bytes(value);
    }

    @Override
    public <T> byte[] writeValueAsBytes(Argument<T> type, @Nullable T value) {
        return ViewJson.bytes(value);
    }

    @Override
    public <T> T readValueFromTree(JsonNode tree, Argument<T> type) {
        throw new UnsupportedOperationException("trees of Micronaut are not used");
    }

    @Override
    public JsonNode writeValueToTree(@Nullable Object value) {
        throw new UnsupportedOperationException("trees of Micronaut are not used");
    }

    @Override
    public <T> JsonNode writeValueToTree(Argument<T> type, @Nullable T value) {
        throw new UnsupportedOperationException("trees of Micronaut are not used");
    }

    @Override
    public JsonStreamConfig getStreamConfig() {
        return JsonStreamConfig.DEFAULT;
    }
}
