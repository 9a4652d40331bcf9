package io.genledger.adapter.json.har;

import io.genledger.adapter.json.value.BoundedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads HTTP archives (HAR 1.2), which browsers and proxies save. Of a request only the URL is
 * read, never its headers, which hold the API key. For one use by one thread.
 */
public final class HarReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern START =
            Pattern.compile("\\ufeff?\\s*\\{\\s*\"log\"\\s*:\\s*\\{.*", Pattern.DOTALL);
    private static final String GENERATION_ID = "X-Generation-Id";

    private final JsonParser parser;
    private final Exchanges exchanges;

    private HarReader(JsonParser parser, Exchanges exchanges) {
        this.parser = parser;
        this.exchanges = exchanges;
    }

    /** Whether {@code start}, the first characters of a document, begins an HTTP archive. */
    public static boolean isStart(String start) {
        return START.matcher(start).matches();
    }

    /**
     * Passes every entry of an archive to {@code exchanges}. Holds one response in memory, of at
     * most 64 MiB; a longer one is refused, and the others are not affected.
     *
     * @throws IOException if {@code stream} cannot be read, or {@code exchanges} throws it
     */
    public static void read(InputStream stream, Exchanges exchanges) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), stream)) {
            read(parser, exchanges);
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static void read(JsonParser parser, Exchanges exchanges) throws IOException {
        try {
            new HarReader(parser, exchanges).archive();
        } catch (JacksonIOException failure) {
            throw failure;
        } catch (JacksonException notJson) {
            exchanges.rejected(
                    Math.max(1, parser.currentLocation().getLineNr()),
                    "expected the rest of an HTTP archive, found its end or no JSON");
        }
    }

    private void archive() {
        parser.nextToken();
        object(name -> {
            if (name.equals("log")) {
                object(this::log);
            } else {
                parser.skipChildren();
            }
        });
    }

    private void log(String name) {
        if (!name.equals("entries") || !parser.hasToken(JsonToken.START_ARRAY)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            Entry entry = new Entry(parser.currentTokenLocation().getLineNr());
            object(part -> {
                switch (part) {
                    case "request" -> object(field -> request(field, entry));
                    case "response" -> object(field -> response(field, entry));
                    default -> parser.skipChildren();
                }
            });
            try {
                entry.passTo(exchanges);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void request(String name, Entry entry) {
        if (name.equals("url")) {
            entry.url = text();
        } else {
            parser.skipChildren();
        }
    }

    private void response(String name, Entry entry) {
        if (name.equals("headers") && parser.hasToken(JsonToken.START_ARRAY)) {
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                header(entry);
            }
        } else if (name.equals("content")) {
            object(field -> content(field, entry));
        } else {
            parser.skipChildren();
        }
    }

    private void header(Entry entry) {
        String[] pair = {"", ""};
        object(field -> {
            switch (field) {
                case "name" -> pair[0] = text();
                case "value" -> pair[1] = text();
                default -> parser.skipChildren();
            }
        });
        if (pair[0].equalsIgnoreCase(GENERATION_ID)) {
            entry.generationId = Optional.of(pair[1].strip()).filter(id -> !id.isEmpty());
        }
    }

    private void content(String name, Entry entry) {
        switch (name) {
            case "mimeType" -> entry.mimeType = text();
            case "encoding" -> entry.encoding = text();
            case "text" -> {
                if (entry.isReadable()) {
                    readTo(entry.text);
                }
            }
            default -> parser.skipChildren();
        }
    }

    /** Passes each field of the object at which the parser stands; skips any other value. */
    private void object(Consumer<String> field) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            field.accept(name);
        }
    }

    /** The string at which the parser stands; empty if it is too long, or another value. */
    private String text() {
        BoundedBytes bytes = new BoundedBytes(Entry.MAX_TEXT);
        readTo(bytes);
        return bytes.text();
    }

    private void readTo(BoundedBytes bytes) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            parser.skipChildren();
            return;
        }
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            parser.readString(writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
