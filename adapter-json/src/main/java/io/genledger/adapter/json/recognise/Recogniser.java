package io.genledger.adapter.json.recognise;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.ports.document.ForeignKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Looks at the fields at the top of a document, and at a few below them, until its form is certain.
 * An {@code id} alone shows no form, even one of OpenRouter's shape. For one use by one thread.
 */
public final class Recogniser {

    /** Names between separators. */
    private static final Pattern COLUMNS = Pattern.compile("\"?[\\w.]+\"?([,;\\t]\"?[\\w.]+\"?)+");

    /** Figures that only OpenRouter's inline usage has. */
    private static final Set<String> OPENROUTERS_FIGURES =
            RecordFields.bothSpellings(Stream.of("cost", "is_byok", "cost_details"));

    private static final Set<String> FIGURES =
            RecordFields.bothSpellings(
                    Stream.of(
                            "prompt_tokens",
                            "completion_tokens",
                            "input_tokens",
                            "output_tokens",
                            "total_tokens",
                            "search_units",
                            "seconds"));

    private static final Set<String> MESSAGES_EVENTS =
            Set.of(
                    "message_start",
                    "message_delta",
                    "message_stop",
                    "content_block_start",
                    "content_block_delta",
                    "content_block_stop",
                    "ping");

    /** Fields that show the state of a video job, together with its status. */
    private static final Set<String> VIDEO_JOB =
            RecordFields.bothSpellings(Stream.of("polling_url", "unsigned_urls", "generation_id"));

    private static final Set<String> FINISH_REASON = Set.of("finish_reason", "finishReason");

    private final JsonParser parser;
    private final Set<String> names = new HashSet<>();
    private final Set<String> figures = new HashSet<>();
    private final Set<String> elements = new HashSet<>();
    private final Set<String> inData = new HashSet<>();

    /** The names in the first element of lists that no form of OpenRouter's has. */
    private final Set<String> listed = new HashSet<>();

    private @Nullable String id;
    private @Nullable String innerId;
    private @Nullable String requestId;
    private String object = "";
    private String type = "";
    private String status = "";
    private boolean hasUsage;
    private boolean hasFinishReason;
    private boolean hasOwnField;
    private boolean hasError;
    private @Nullable Form certain;

    private Recogniser(JsonParser parser) {
        this.parser = parser;
    }

    /** Looks at a document. Of one that is no JSON, the form is that of its readable part. */
    public static Look look(byte[] document) {
        try (JsonParser parser = Binding.parser(document)) {
            Recogniser recogniser = new Recogniser(parser);
            recogniser.readAsFarAsPossible();
            return recogniser.seen();
        } catch (JacksonException unknownEncoding) {
            return Look.AT_NOTHING;
        }
    }

    /** The reader of the form that was recognised finds a fault again, and says where it is. */
    private void readAsFarAsPossible() {
        try {
            readTop();
        } catch (JacksonException broken) {
            parser.clearCurrentToken();
        }
    }

    private void readTop() {
        parser.nextToken();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            certain = certainAt(name, value);
            names.add(name);
            note(name, value);
            if (certain != null) {
                return;
            }
            parser.skipChildren();
        }
    }

    /** The form that this field proves; null if later fields have to decide. */
    private @Nullable Form certainAt(String name, JsonToken value) {
        if (names.isEmpty() && name.equals("genledger")) {
            return Form.MADE;
        }
        if (name.equals("resourceSpans") && value == JsonToken.START_ARRAY) {
            return Form.BROADCAST;
        }
        hasOwnField |= RecordFields.NAMES.contains(name);
        boolean hasId = id != null || (name.equals("id") && value == JsonToken.VALUE_STRING);
        return hasId && hasOwnField ? Form.BARE_RECORD : null;
    }

    private void note(String name, JsonToken value) {
        switch (name) {
            case "id" -> id = text(value);
            case "generation_id", "generationId" -> innerId = text(value);
            case "request_id", "requestId" -> requestId = text(value);
            case "type" -> type = textOrEmpty(value);
            case "status" -> status = textOrEmpty(value);
            case "object" -> noteObject(textOrEmpty(value));
            case "usage" -> noteUsage(value);
            case "response" -> noteInner(value, true);
            // The figures with which a message begins are not final.
            case "message" -> noteInner(value, false);
            case "choices", "results" -> noteFirst(value, elements);
            case "data" -> noteData(value);
            case "error" -> hasError = value != JsonToken.VALUE_NULL;
            default -> noteFirst(value, listed);
        }
    }

    private void noteObject(String text) {
        object = text;
        if (text.equals("chat.completion") || text.equals("response")) {
            certain = ForeignShapes.kindOf(names).isPresent() ? null : Form.COMPLETION;
        }
    }

    private void noteUsage(JsonToken value) {
        hasUsage = value == JsonToken.START_OBJECT;
        if (!hasUsage) {
            // An amount, as in a record; the usage of other documents is an object.
            names.remove("usage");
        }
        for (String name = nextNameIn(hasUsage); name != null; name = parser.nextName()) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            if (!isObject || !name.equals("cost")) {
                figures.add(name);
            }
            parser.skipChildren();
        }
    }

    /** Notes the id and the usage of the response or message in an event. */
    private void noteInner(JsonToken value, boolean isFinal) {
        boolean isObject = value == JsonToken.START_OBJECT;
        for (String name = nextNameIn(isObject); name != null; name = parser.nextName()) {
            JsonToken inner = parser.nextToken();
            if (name.equals("id")) {
                innerId = text(inner);
            } else if (name.equals("usage")) {
                hasUsage |= isFinal && inner == JsonToken.START_OBJECT;
            }
            parser.skipChildren();
        }
    }

    /** An object there is a record, unless OpenRouter states something else in it. */
    private void noteData(JsonToken value) {
        noteFirst(value, elements);
        boolean isObject = value == JsonToken.START_OBJECT && names.size() == 1;
        for (String name = nextNameIn(isObject); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("id")) {
                certain = Form.RECORD;
                return;
            }
            inData.add(name);
            parser.skipChildren();
        }
        if (isObject && !OtherShapes.isOfAccount(inData)) {
            certain = Form.RECORD;
        }
    }

    /** Notes the names in the first element of a list, then steps to its end. */
    private void noteFirst(JsonToken value, Set<String> found) {
        if (value != JsonToken.START_ARRAY) {
            return;
        }
        boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
        for (String name = nextNameIn(isObject); name != null; name = parser.nextName()) {
            JsonToken inner = parser.nextToken();
            found.add(name);
            hasFinishReason |= FINISH_REASON.contains(name) && inner == JsonToken.VALUE_STRING;
            parser.skipChildren();
        }
        while (!parser.hasToken(JsonToken.END_ARRAY)) {
            parser.skipChildren();
            parser.nextToken();
        }
    }

    private @Nullable String nextNameIn(boolean isObject) {
        return isObject ? parser.nextName() : null;
    }

    private @Nullable String text(JsonToken value) {
        return value == JsonToken.VALUE_STRING ? parser.getString() : null;
    }

    private String textOrEmpty(JsonToken value) {
        return value == JsonToken.VALUE_STRING ? parser.getString() : "";
    }

    private Look seen() {
        Optional<ForeignKind> foreign = certain == null ? foreign() : Optional.empty();
        Form form = certain != null ? certain : foreign.isPresent() ? Form.FOREIGN : form();
        return new Look(
                form,
                foreign,
                Optional.ofNullable(innerId).or(() -> Optional.ofNullable(id)),
                type,
                status,
                Optional.ofNullable(requestId),
                hasUsage,
                hasFinishReason);
    }

    /**
     * The program whose tables have the columns that {@code header} names; empty if none is known.
     *
     * @param header the first line of a stream
     */
    public static Optional<ForeignKind> table(String header) {
        return COLUMNS.matcher(header).matches()
                ? ForeignShapes.kindOf(
                        Arrays.stream(header.replace("\"", "").split("[,;\t]"))
                                .collect(Collectors.toSet()))
                : Optional.empty();
    }

    private Optional<ForeignKind> foreign() {
        if (OtherShapes.isOfAccount(inData) || OtherShapes.isOfAccount(elements)) {
            return Optional.of(ForeignKind.ACCOUNT);
        }
        return ForeignShapes.kindOf(names)
                .or(() -> ForeignShapes.kindOf(listed))
                .or(() -> ForeignShapes.kindOf(elements).filter(kind -> !isBatch()))
                .or(() ->
                        Optional.ofNullable(OtherShapes.kindOf(names, type, object, id, figures)));
    }

    private Form form() {
        if (type.startsWith("response.")) {
            return Form.RESPONSES_EVENT;
        }
        if (MESSAGES_EVENTS.contains(type)) {
            return Form.MESSAGES_EVENT;
        }
        if (object.equals("chat.completion.chunk")
                || (object.equals("text_completion") && !hasFigures())) {
            return Form.CHAT_EVENT;
        }
        if (isBatch()) {
            return Form.BATCH;
        }
        if (names.contains("custom_id")
                && (names.contains("response") || names.contains("result"))) {
            return Form.BATCH_RESULT;
        }
        if (!status.isEmpty() && !Collections.disjoint(names, VIDEO_JOB)) {
            return Form.VIDEO_JOB;
        }
        if (isCompletion()) {
            return Form.COMPLETION;
        }
        return hasError ? Form.ERROR : Form.OTHER;
    }

    private boolean isBatch() {
        return object.equals("batch")
                || (id != null && id.startsWith("batch_") && names.contains("request_counts"))
                || elements.contains("custom_id");
    }

    private boolean isCompletion() {
        boolean isKnown = !object.isEmpty() || type.equals("message") || !elements.isEmpty();
        return hasUsage
                && hasFigures()
                && (isKnown || !Collections.disjoint(figures, OPENROUTERS_FIGURES));
    }

    private boolean hasFigures() {
        return !Collections.disjoint(figures, FIGURES)
                || !Collections.disjoint(figures, OPENROUTERS_FIGURES);
    }
}
