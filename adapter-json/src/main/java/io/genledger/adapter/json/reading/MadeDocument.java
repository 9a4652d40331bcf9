package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.json.activity.ActivityReader;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.broadcast.BroadcastReader;
import io.genledger.adapter.json.completion.StreamReader;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.InputKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents that Genledger made for its archive: their first field, genledger, says of what. */
public final class MadeDocument {

    private static final Pattern BEGIN =
            Pattern.compile("\\s*\\{\\s*\"genledger\"\\s*:\\s*\"([a-z-]+)\".*", Pattern.DOTALL);

    private static final int BEGIN_BYTES = 200;

    private MadeDocument() {}

    /** Whether Genledger made the document. */
    public static boolean isMade(byte[] document) {
        return name(document).isPresent();
    }

    /** The kind of the documents of which it was made. */
    static InputKind kindOf(byte[] document) {
        return switch (name(document).orElse("")) {
            case "stream" -> InputKind.STREAM;
            case "activity-row" -> InputKind.ACTIVITY;
            case "broadcast" -> InputKind.BROADCAST;
            default -> InputKind.COMPLETION;
        };
    }

    /** The generation that a made document states. */
    public static Generation read(DocumentInput document) {
        return switch (name(document.bytes()).orElse("")) {
            case "stream" -> StreamReader.stream(document);
            case "exchange" -> StreamReader.exchange(document);
            case "activity-row" -> ActivityReader.decode(document);
            case "broadcast" -> BroadcastReader.decode(document);
            default ->
                    throw Found.refusal(
                            "genledger",
                            "\"stream\", \"exchange\", \"activity-row\" or \"broadcast\", found"
                                    + " something else: use the Genledger that made the document");
        };
    }

    private static Optional<String> name(byte[] document) {
        String begin = new String(document, 0, Math.min(BEGIN_BYTES, document.length), UTF_8);
        Matcher matcher = BEGIN.matcher(begin);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
