package io.genledger.adapter.json.broadcast;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds the spans of a delivery: in {@code resourceSpans} of the document, or of the body in an
 * entry of a webhook's log. Holds one span in memory. For one use by one thread.
 */
final class DeliveryParser {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String SPANS = "resourceSpans";
    private static final String OPENROUTER = "openrouter";

    /** Fields in which webhooks log what they received, as JSON or as JSON text. */
    private static final Set<String> BODIES =
            Set.of("body", "rawBody", "raw_body", "payload", "data", "content", "json", "request");

    private final Delivery delivery;
    private final long firstLine;
    private boolean isFound;

    DeliveryParser(Delivery delivery, long firstLine) {
        this.delivery = delivery;
        this.firstLine = firstLine;
    }

    /** Adds the spans of {@code bytes} to the delivery; false if there is no list of spans. */
    boolean find(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            find(parser, firstLine - 1);
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        }
        return isFound;
    }

    /** Looks for spans in the object at which {@code parser} stands; skips any other value. */
    private void find(JsonParser parser, long linesBefore) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(SPANS) && value == JsonToken.START_ARRAY) {
                isFound = true;
                resources(parser, linesBefore);
            } else if (!BODIES.contains(name)) {
                parser.skipChildren();
            } else if (value == JsonToken.VALUE_STRING) {
                findInText(
                        parser.getString(),
                        linesBefore + parser.currentTokenLocation().getLineNr() - 1);
            } else {
                find(parser, linesBefore);
            }
        }
    }

    private void findInText(String text, long linesBefore) {
        if (!text.contains(SPANS)) {
            return;
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            find(parser, linesBefore);
        }
    }

    private void resources(JsonParser parser, long linesBefore) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Resource resource = new Resource();
            forEachField(
                    parser,
                    name -> {
                        switch (name) {
                            case "resource" -> resource.read(parser);
                            case "scopeSpans" -> scopes(parser, resource, linesBefore);
                            default -> parser.skipChildren();
                        }
                    });
        }
    }

    private void scopes(JsonParser parser, Resource resource, long linesBefore) {
        forEachElement(
                parser,
                () -> {
                    boolean[] isOpenRouters = {resource.isOpenRouters};
                    forEachField(
                            parser,
                            name -> {
                                switch (name) {
                                    case "scope" -> isOpenRouters[0] |= isOpenRouters(parser);
                                    case "spans" ->
                                            forEachElement(
                                                    parser,
                                                    () -> {
                                                        long line =
                                                                linesBefore
                                                                        + parser.currentTokenLocation()
                                                                                .getLineNr();
                                                        delivery.add(
                                                                Span.at(parser),
                                                                resource.trace,
                                                                isOpenRouters[0],
                                                                line);
                                                    });
                                    default -> parser.skipChildren();
                                }
                            });
                });
    }

    private static boolean isOpenRouters(JsonParser parser) {
        Span scope = Span.at(parser);
        Value name = scope.fields().get("name");
        return name != null && name.text().equals(OPENROUTER);
    }

    /** Passes each field of the object at which the parser stands; skips any other value. */
    private static void forEachField(JsonParser parser, Consumer<String> field) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            field.accept(name);
        }
    }

    /** Visits each object of the list at which the parser stands; skips any other value. */
    private static void forEachElement(JsonParser parser, Runnable element) {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.hasToken(JsonToken.START_OBJECT)) {
                element.run();
            } else {
                parser.skipChildren();
            }
        }
    }

    /** The resource to which spans belong. */
    private static final class Resource {

        private boolean isOpenRouters;
        private Optional<String> trace = Optional.empty();

        void read(JsonParser parser) {
            Map<String, Value> attributes = new HashMap<>();
            forEachField(
                    parser,
                    name -> {
                        if (name.equals("attributes")) {
                            Span.readAttributes(parser, attributes, new HashSet<>());
                        } else {
                            parser.skipChildren();
                        }
                    });
            trace = Optional.ofNullable(attributes.get(Span.TRACE_ID)).map(Value::text);
            isOpenRouters =
                    trace.isPresent()
                            || Optional.ofNullable(attributes.get("service.name"))
                                    .filter(name -> name.text().equals(OPENROUTER))
                                    .isPresent();
        }
    }
}
