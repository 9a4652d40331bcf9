package io.genledger.adapter.json.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.genledger.domain.generation.GenerationId;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers of a saved HTTP exchange, line by line, as {@code curl -i} and {@code curl -v} write
 * them: the id of the generation for the body behind them (OPENROUTER.md §2.4).
 */
public final class SavedExchange {

    /** What a line belongs to. */
    public enum Part {
        /** The status line of a response. */
        RESPONSE,
        /** Something else of an exchange, which states nothing. */
        OTHER,
        /** No exchange. */
        NONE
    }

    private enum State {
        OUTSIDE,
        REQUEST,
        HEADERS
    }

    private static final Pattern STATUS = Pattern.compile("HTTP/[0-9.]+ [0-9]{3}\\b.*");
    private static final Pattern REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/[0-9.]+");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]+):\\s*(.*)");

    /** Lines that curl writes between the headers. */
    private static final Pattern OF_CURL =
            Pattern.compile(
                    "[*>](?: .*)?|[{}] \\[[0-9]+ bytes data]|% Total .*|Dload .*|[0-9]+ .*--:--.*");

    private State state = State.OUTSIDE;
    private Optional<GenerationId> id;
    private boolean isBodyBinary;

    /** A text without an exchange so far. */
    public SavedExchange() {
        this(Optional.empty());
    }

    /** The body of a response, whose header states {@code id}. */
    public SavedExchange(Optional<GenerationId> id) {
        this.id = id;
    }

    /** Reads a line that is no document. */
    public Part line(String line) {
        String text = line.equals("<") || line.startsWith("< ") ? line.substring(1).strip() : line;
        if (STATUS.matcher(text).matches()) {
            state = State.HEADERS;
            id = Optional.empty();
            isBodyBinary = false;
            return Part.RESPONSE;
        }
        if (REQUEST.matcher(text).matches()) {
            state = State.REQUEST;
            return Part.OTHER;
        }
        Matcher header = HEADER.matcher(text);
        if (header.matches() && (state != State.OUTSIDE || isId(header))) {
            note(header.group(1).toLowerCase(Locale.ROOT), header.group(2));
            return Part.OTHER;
        }
        boolean isOfExchange = isBodyBinary || text.isEmpty() || OF_CURL.matcher(text).matches();
        return isOfExchange ? Part.OTHER : Part.NONE;
    }

    private static boolean isId(Matcher header) {
        return header.group(1).equalsIgnoreCase("X-Generation-Id");
    }

    private void note(String name, String value) {
        if (name.equals("x-generation-id")) {
            id = idIn(value);
        } else if (name.equals("content-type") && state == State.HEADERS) {
            isBodyBinary = value.startsWith("audio/") || value.startsWith("video/");
        }
    }

    private static Optional<GenerationId> idIn(String value) {
        try {
            return Optional.of(new GenerationId(value.strip()))
                    .filter(GenerationId::isShapedLikeOpenRouters);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Whether the body that follows is no text, as speech is none. */
    public boolean isBodyBinary() {
        return isBodyBinary;
    }

    /** Whether the document that follows is the body of a request; it is asked for once. */
    public boolean takeRequest() {
        boolean isRequest = state == State.REQUEST;
        state = State.OUTSIDE;
        return isRequest;
    }

    /** The id in the last header; empty if a body followed. */
    public Optional<GenerationId> pendingId() {
        return id;
    }

    /** The id in the header, for one body. */
    public Optional<GenerationId> takeId() {
        Optional<GenerationId> taken = id;
        id = Optional.empty();
        return taken;
    }

    /** One JSON document of the id in a header and the body without it. */
    public static byte[] document(GenerationId id, byte[] body) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.writeBytes(
                "{\"genledger\":\"exchange\",\"generation_id\":\"%s\",\"body\":"
                        .formatted(escaped(id))
                        .getBytes(US_ASCII));
        document.writeBytes(body);
        document.write('}');
        return document.toByteArray();
    }

    private static String escaped(GenerationId id) {
        return id.value().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
