package io.genledger.adapter.json.reading;

import io.genledger.adapter.json.activity.ActivityReader;
import io.genledger.adapter.json.broadcast.BroadcastReader;
import io.genledger.adapter.json.exchange.SavedExchange;
import io.genledger.adapter.json.har.HarReader;
import io.genledger.adapter.json.recognise.Form;
import io.genledger.adapter.json.recognise.Look;
import io.genledger.adapter.json.recognise.Recogniser;
import io.genledger.adapter.json.split.Framing;
import io.genledger.adapter.json.split.Pieces;
import io.genledger.adapter.json.stream.Event;
import io.genledger.adapter.json.stream.OpenStreams;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one stream of documents: recognises each piece and passes it on as what it is. */
public final class StreamReading implements Pieces {

    /** Lines of server-sent events without an object. */
    private static final Pattern OF_EVENTS =
            Pattern.compile("(?:event|id|retry):.*|:.*|data:(?: *\\[DONE])?");

    private static final String EVENT = "event:";
    private static final String DONE = "[DONE]";

    private static final Optional<ForeignKind> OF_REQUEST = Optional.of(ForeignKind.REQUEST);

    private final InstantSource clock;
    private final Contents contents;
    private final Found found;
    private final BatchReading batches;
    private final OpenStreams streams;
    private final SavedExchange exchange;

    /** Whether the unreadable piece that follows is a line of text. */
    private boolean isText;

    /** The type in the last line of an event stream that states one, until its data follows. */
    private String nextType = "";

    /** The line on which an unreadable document begins, until its bytes follow; 0 for none. */
    private long unreadableLine;

    private StreamReading(SavedExchange exchange, InstantSource clock, Contents contents) {
        this.exchange = exchange;
        this.clock = clock;
        this.contents = new StatedIds(contents, exchange);
        this.found = new Found(clock, this.contents);
        this.batches = new BatchReading(found);
        this.streams = new OpenStreams(found::stream);
    }

    /** Passes everything in {@code stream} to {@code contents}. */
    public static void read(InputStream stream, InstantSource clock, Contents contents)
            throws IOException {
        Beginning beginning = new Beginning(stream);
        Optional<ForeignKind> table = Recogniser.table(beginning.firstLine());
        if (table.isPresent()) {
            contents.foreign(1, table.get());
        } else if (ActivityReader.isHeader(beginning.firstLine())) {
            ActivityReader.read(beginning.stream(), clock, contents);
        } else if (HarReader.isStart(beginning.text())) {
            HarReader.read(beginning.stream(), new HarContents(clock, contents));
        } else {
            read(beginning.stream(), new SavedExchange(), clock, contents);
        }
    }

    /**
     * Passes everything in the body of a response to {@code contents}.
     *
     * @param given the id in its header
     */
    static void body(
            byte[] body, Optional<GenerationId> given, InstantSource clock, Contents contents)
            throws IOException {
        read(new ByteArrayInputStream(body), new SavedExchange(given), clock, contents);
    }

    private static void read(
            InputStream stream, SavedExchange exchange, InstantSource clock, Contents contents)
            throws IOException {
        Framing.split(stream, new StreamReading(exchange, clock, contents));
    }

    @Override
    public void document(long line, byte[] bytes) throws IOException {
        nextType = "";
        Look look = Recogniser.look(bytes);
        if (exchange.isBodyBinary() && isUnknown(look, bytes)) {
            return;
        }
        endBinaryBody();
        boolean isRequest =
                exchange.isRequest()
                        && (isUnknown(look, bytes) || look.foreign().equals(OF_REQUEST));
        exchange.endHeaders();
        if (isRequest) {
            contents.skipped(line, InputKind.COMPLETION);
            return;
        }
        try {
            document(line, bytes, look, given(look));
        } catch (UndecodableDocumentException fault) {
            rejected(line + fault.line() - 1, fault.field(), fault.reason());
            contents.rejectedBytes(bytes);
        }
    }

    private static boolean isUnknown(Look look, byte[] bytes) {
        return look.form() == Form.OTHER && !BroadcastReader.isDelivery(bytes);
    }

    /** The id in the header for a document; events of a stream have their own. */
    private Optional<GenerationId> given(Look look) {
        return switch (look.form()) {
            case CHAT_EVENT, RESPONSES_EVENT, MESSAGES_EVENT -> Optional.empty();
            case ERROR, FOREIGN, OTHER -> exchange.idFor(false);
            default -> exchange.idFor(true);
        };
    }

    private void document(long line, byte[] bytes, Look look, Optional<GenerationId> given)
            throws IOException {
        switch (look.form()) {
            case COMPLETION -> found.completion(line, InputKind.COMPLETION, bytes, given);
            case CHAT_EVENT, RESPONSES_EVENT, MESSAGES_EVENT -> event(line, bytes, look);
            case VIDEO_JOB -> video(line, bytes, look);
            case BATCH -> batches.state(line, bytes);
            case BATCH_RESULT -> batches.result(line, bytes);
            case MADE -> found.made(line, bytes);
            case ERROR -> error(line, bytes, look, given);
            case BROADCAST -> BroadcastReader.read(bytes, line, clock, contents);
            case RECORD -> found.record(line, bytes);
            case BARE_RECORD -> found.bareRecord(line, bytes);
            case FOREIGN, OTHER -> other(line, bytes, look);
        }
    }

    private void event(long line, byte[] bytes, Look look) throws IOException {
        look.id().flatMap(GenerationId::ofOpenRouter).ifPresent(exchange::event);
        if (streams.add(new Event(line, look, bytes))) {
            return;
        }
        Optional<GenerationId> given = exchange.idFor(true);
        if (given.isPresent()) {
            found.completion(line, InputKind.STREAM, bytes, given);
            return;
        }
        throw Found.refusal(
                "id",
                look.form() == Form.MESSAGES_EVENT
                        ? "the event message_start with the id before these figures, found none"
                        : "the generation's id beside its figures, found none");
    }

    private void video(long line, byte[] bytes, Look look) throws IOException {
        switch (look.status()) {
            case "pending", "queued", "in_progress", "processing" ->
                    contents.skipped(line, InputKind.VIDEO_JOB);
            default -> found.completion(line, InputKind.VIDEO_JOB, bytes, Optional.empty());
        }
    }

    /** A document of none of these forms; a webhook's log has deliveries inside its entries. */
    private void other(long line, byte[] bytes, Look look) throws IOException {
        if (BroadcastReader.isDelivery(bytes)) {
            BroadcastReader.read(bytes, line, clock, contents);
        } else if (look.foreign().isPresent()) {
            contents.foreign(line, look.foreign().get());
        } else {
            found.other(line, bytes);
        }
    }

    /** An error states no figures, and perhaps the id of a generation that has some. */
    private void error(long line, byte[] bytes, Look look, Optional<GenerationId> given)
            throws IOException {
        Optional<GenerationId> id =
                given.or(() -> look.requestId().flatMap(GenerationId::ofOpenRouter));
        if (id.isPresent()) {
            contents.toCollect(line, InputKind.COMPLETION, id.get());
        } else {
            found.record(line, bytes);
        }
    }

    @Override
    public boolean line(long line, String text) throws IOException {
        if (OF_EVENTS.matcher(text).matches()) {
            if (text.startsWith(EVENT)) {
                nextType = text.substring(EVENT.length()).strip();
            }
            if (text.endsWith(DONE) && text.startsWith("data:")) {
                streams.done();
            }
            return true;
        }
        SavedExchange.Part part = exchange.partOf(text);
        switch (part) {
            case BEGINNING -> end();
            case ID -> track();
            case OTHER, NONE -> {}
        }
        exchange.read(line, text);
        isText = part == SavedExchange.Part.NONE;
        return !isText;
    }

    /** Nothing follows of the present response. */
    @Override
    public void end() throws IOException {
        streams.end();
        endBinaryBody();
        track();
    }

    /** A binary body is tracked by the id in its header, or else counted. */
    private void endBinaryBody() throws IOException {
        if (exchange.isBodyBinary() && exchange.unstated().isEmpty()) {
            contents.skipped(exchange.line(), InputKind.COMPLETION);
        }
        exchange.endBinaryBody();
    }

    /** An id in a header that no document stated is to be collected. */
    private void track() throws IOException {
        Optional<GenerationId> id = exchange.unstated();
        if (id.isPresent()) {
            contents.toCollect(exchange.line(), InputKind.COMPLETION, id.get());
        }
    }

    @Override
    public void unreadable(long line, String problem) throws IOException {
        if (!exchange.isBodyBinary()) {
            if (!isText) {
                unreadableLine = line;
                // A document that was cut off or is too long may be the body of the response.
                exchange.idFor(true);
            }
            isText = false;
            rejected(line, Optional.empty(), problem);
        }
    }

    /** The pieces of a body that was saved as it was sent are one document. */
    private void rejected(long line, Optional<String> field, String problem) throws IOException {
        Optional<String> sentence = exchange.sentence(problem);
        if (sentence.isPresent()) {
            contents.rejected(
                    line, field.filter(any -> sentence.get().equals(problem)), sentence.get());
        }
    }

    @Override
    public void unreadableBytes(byte[] bytes) throws IOException {
        if (unreadableLine > 0) {
            unreadable(unreadableLine, Recogniser.look(bytes));
            unreadableLine = 0;
        }
        if (!exchange.isBodyBinary()) {
            contents.rejectedBytes(bytes);
        }
    }

    /** The beginning of a message is needed to say to which one the figures after it belong. */
    private void unreadable(long line, Look look) throws IOException {
        String type = look.type().isEmpty() ? nextType : look.type();
        nextType = "";
        if (type.equals("message_start")) {
            streams.startUnreadable(line, look.id());
            Optional<GenerationId> id = look.id().flatMap(GenerationId::ofOpenRouter);
            if (id.isPresent()) {
                contents.toCollect(line, InputKind.STREAM, id.get());
            }
        }
    }
}
