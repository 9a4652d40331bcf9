package io.genledger.adapter.json.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.genledger.domain.generation.GenerationId;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The headers of a saved HTTP exchange, line by line, as {@code curl -i} and {@code curl -v} write
 * them: the id of the generation for the body behind them (OPENROUTER.md §2.4). One body without an
 * id of its own may be given it. An id outside of the headers of a response is given only to the
 * body directly behind it, and only if it cannot be that of the body before it.
 */
public final class SavedExchange {

    /** What a line belongs to. */
    public enum Part {
        /** The status line of a response, or the first line of a request. */
        BEGINNING,
        /** The header with an id. */
        ID,
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

    /** Types of bodies that are no text. */
    private static final Pattern BINARY =
            Pattern.compile("(?i)(?:audio|video)/.*|application/octet-stream\\b.*");

    private State state = State.OUTSIDE;
    private RawBody rawBody = new RawBody();
    private boolean isBodyBinary;
    private Optional<GenerationId> id;
    private long line = 1;

    /** Whether the id stands outside of the headers of a response. */
    private boolean isBare;

    /** Whether no body may be given the id from now on. */
    private boolean isTaken;

    /** Whether a document stated the id. */
    private boolean isStated;

    /** The last generation that a document stated. */
    private Optional<GenerationId> last = Optional.empty();

    /** Whether the last document stated a generation, or an id is before it. */
    private boolean isLastNamed = true;

    /** A text without an exchange so far. */
    public SavedExchange() {
        this(Optional.empty());
    }

    /** The body of a response, whose header states {@code id}. */
    public SavedExchange(Optional<GenerationId> id) {
        this.id = id;
    }

    /** The meaning of a line that is no document, which {@link #read} makes count. */
    public Part partOf(String text) {
        return switch (ExchangeLine.of(text).kind()) {
            case RESPONSE, REQUEST -> Part.BEGINNING;
            case ID -> Part.ID;
            case CONTENT_TYPE, CHUNKED, COMPRESSED, OTHER_HEADER ->
                    state != State.OUTSIDE || isBodyBinary ? Part.OTHER : Part.NONE;
            case NOTHING -> Part.OTHER;
            case TEXT -> isBodyBinary ? Part.OTHER : Part.NONE;
        };
    }

    /** Reads a line that is no document. */
    public void read(long number, String text) {
        ExchangeLine found = ExchangeLine.of(text);
        isTaken |= isBare && partOf(text) == Part.NONE;
        switch (found.kind()) {
            case RESPONSE -> begin(number, State.HEADERS);
            case REQUEST -> begin(number, State.REQUEST);
            case ID -> setId(number, idIn(found.value()));
            case CONTENT_TYPE ->
                    isBodyBinary =
                            state == State.HEADERS && BINARY.matcher(found.value()).matches();
            case CHUNKED -> rawBody.beginChunked();
            case COMPRESSED -> rawBody.beginCompressed();
            case TEXT -> rawBody.read(text, state == State.HEADERS);
            case OTHER_HEADER, NOTHING -> {}
        }
    }

    private void begin(long number, State next) {
        state = next;
        isBodyBinary = false;
        rawBody = new RawBody();
        isLastNamed = true;
        setId(number, Optional.empty());
    }

    private void setId(long number, Optional<GenerationId> found) {
        id = found;
        line = number;
        isBare = state != State.HEADERS;
        isStated = isBare && found.equals(last);
        isTaken = isBare && (isStated || !isLastNamed || state == State.REQUEST);
    }

    private static Optional<GenerationId> idIn(String value) {
        try {
            return Optional.of(new GenerationId(value))
                    .filter(GenerationId::isShapedLikeOpenRouters);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /**
     * What to say of a piece of the present body that cannot be read.
     *
     * @param problem what is wrong with the piece by itself
     * @return empty if the same was said of a piece before it
     */
    public Optional<String> sentence(String problem) {
        return rawBody.sentence(problem);
    }

    /** Whether the body that follows is no text, as speech is none. */
    public boolean isBodyBinary() {
        return isBodyBinary;
    }

    /**
     * Whether the document that follows is the body of a request, unless its form says otherwise.
     */
    public boolean isRequest() {
        return state == State.REQUEST;
    }

    /** The headers end, because their body follows. */
    public void endHeaders() {
        state = State.OUTSIDE;
    }

    /** The binary body ends, because a document follows. */
    public void endBinaryBody() {
        isTaken |= isBodyBinary;
        isBodyBinary = false;
    }

    /**
     * The id for the document that follows, if it has none; empty if there is none, or a document
     * before it may have it.
     *
     * @param isBody whether it may be the body of the response, after which no further one is
     */
    public Optional<GenerationId> idFor(boolean isBody) {
        Optional<GenerationId> given = isTaken ? Optional.empty() : id;
        isLastNamed = given.isPresent();
        isTaken |= isBody || isBare;
        return given;
    }

    /** An event of a stream follows, which states the id of its own generation. */
    public void event(GenerationId generation) {
        isTaken = true;
        stated(generation);
    }

    /** A document stated a generation. */
    public void stated(GenerationId generation) {
        last = Optional.of(generation);
        isLastNamed = true;
        isStated |= last.equals(id);
    }

    /** The id that no document stated; empty if there is none. */
    public Optional<GenerationId> unstated() {
        return isStated ? Optional.empty() : id;
    }

    /** The line of the header with the id, from 1. */
    public long line() {
        return line;
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
