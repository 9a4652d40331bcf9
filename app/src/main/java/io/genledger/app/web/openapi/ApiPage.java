package io.genledger.app.web.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The document of all routes as a page for people. */
final class ApiPage {

    private static final String BEGIN =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Genledger API</title><link rel="stylesheet" href="/openapi.css"></head>
            <body><h1>Genledger API</h1>
            <p>The same as a document in OpenAPI's form: <a href="/openapi.json">openapi.json</a></p>
            """;

    private static final String END = "</body></html>\n";

    private ApiPage() {}

    /** The page of {@code document}. */
    static String of(Map<String, Object> document) {
        return object(document, "paths").entrySet().stream()
                .flatMap(path ->
                        object(path.getValue()).entrySet().stream()
                                .map(each ->
                                        operation(
                                                each.getKey(),
                                                path.getKey(),
                                                object(each.getValue()))))
                .collect(Collectors.joining("", BEGIN, END));
    }

    private static String operation(String method, String path, Map<String, Object> operation) {
        List<?> parameters = (List<?>) operation.getOrDefault("parameters", List.of());
        String rows =
                parameters.stream()
                        .map(each -> parameter(object(each)))
                        .collect(Collectors.joining());
        return "<section><h2><code>%s %s</code></h2><p>%s %s</p>%s</section>\n"
                .formatted(
                        method.toUpperCase(Locale.ROOT),
                        escaped(path),
                        text(operation, "summary"),
                        text(operation, "description"),
                        rows.isEmpty() ? "" : "<table><tbody>" + rows + "</tbody></table>");
    }

    private static String parameter(Map<String, Object> parameter) {
        return "<tr><th scope=\"row\"><code>%s</code></th><td>%s</td></tr>"
                .formatted(text(parameter, "name"), text(parameter, "description"));
    }

    private static String text(Map<String, Object> object, String key) {
        return escaped(String.valueOf(object.getOrDefault(key, "")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Map<String, Object> object(Map<String, Object> parent, String key) {
        return object(parent.getOrDefault(key, Map.of()));
    }

    @SuppressWarnings("unchecked") // the document is a tree of such maps
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
