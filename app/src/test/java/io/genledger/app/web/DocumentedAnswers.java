package io.genledger.app.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what routes answer with what the document of all routes states. */
final class DocumentedAnswers {

    private static final String PROBLEM = "application/problem+json";

    /** What shows that a sentence was not written for the caller. */
    private static final Pattern LEAK =
            Pattern.compile("Exception|java\\.|\\bio\\.|tools\\.|\\bat [a-z]+\\.");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static @Nullable DocumentedAnswers known;

    private final JsonNode document;

    private DocumentedAnswers(JsonNode document) {
        this.document = document;
    }

    /** Of the document, which every server has in common, as the one at {@code url} answers it. */
    static synchronized DocumentedAnswers of(URI url) {
        if (known == null) {
            known = new DocumentedAnswers(read(url.resolve("/openapi.json")));
        }
        return known;
    }

    private static JsonNode read(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).build();
            return JsonMapper.shared()
                    .readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Throws unless the document states {@code answer}; an empty body is not looked at. */
    void check(HttpResponse<?> answer, String body) {
        check(
                new Answer(
                        answer.request().method(),
                        answer.uri(),
                        answer.statusCode(),
                        answer.headers()
                                .firstValue("Content-Type")
                                .map(type -> type.replaceFirst(";.*", ""))),
                body);
    }

    /** An answer of a route. */
    private record Answer(String method, URI uri, int status, Optional<String> mediaType) {

        @Override
        public String toString() {
            return "%s %s: %d %s".formatted(method, uri, status, mediaType.orElse("without body"));
        }
    }

    /**
     * Throws unless the document states {@code answer}.
     *
     * @param body the text of the answer; empty if it was not read
     */
    private void check(Answer answer, String body) {
        Optional<JsonNode> path = path(answer.uri().getPath());
        if (path.isEmpty()) {
            require(List.of(400, 404, 421).contains(answer.status()), answer, "no such route");
            return;
        }
        String method = answer.method().toLowerCase(Locale.ROOT).replace("head", "get");
        JsonNode operation = path.get().path(method);
        if (operation.isMissingNode()) {
            require(List.of(403, 405, 421).contains(answer.status()), answer, "no such method");
            return;
        }
        JsonNode responses = operation.path("responses");
        JsonNode response = responses.path(Integer.toString(answer.status()));
        require(!response.isMissingNode(), answer, "not among " + responses.propertyNames());
        if (!answer.method().equals("HEAD")) {
            requireType(answer, response.path("content"));
        }
        if (answer.status() >= 400 && !body.isEmpty()) {
            require(!LEAK.matcher(body).find(), answer, body);
        }
    }

    private static void requireType(Answer answer, JsonNode content) {
        boolean isStated =
                answer.mediaType()
                        .map(type ->
                                content.has(type) || (content.has("*/*") && !type.equals(PROBLEM)))
                        .orElseGet(content::isMissingNode);
        require(isStated, answer, "not " + content.propertyNames());
    }

    /**
     * The path of the document to which {@code path} belongs; the one with the fewest variables.
     */
    private Optional<JsonNode> path(String path) {
        JsonNode paths = document.path("paths");
        return paths.propertyNames().stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^}]*}", "[^/]+")))
                .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")))
                .map(paths::path);
    }

    private static void require(boolean isTrue, Answer answer, String reason) {
        if (!isTrue) {
            throw new AssertionError(answer + ": " + reason);
        }
    }
}
