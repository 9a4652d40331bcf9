package io.genledger.app.web.parameter;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a list behind the one that was asked for. */
public final class NextPage {

    private static final String AFTER = "after";

    private NextPage() {}

    /**
     * The value of the header Link (RFC 8288) that names the next page.
     *
     * @param last the last row of this page
     */
    public static String link(HttpRequest<?> request, String last) {
        Stream<String> kept =
                request.getParameters().asMap().entrySet().stream()
                        .filter(each -> !each.getKey().equals(AFTER))
                        .flatMap(each ->
                                each.getValue().stream().map(value -> pair(each.getKey(), value)));
        return Stream.concat(kept, Stream.of(pair(AFTER, last)))
                .collect(Collectors.joining("&", "<" + request.getPath() + "?", ">; rel=\"next\""));
    }

    private static String pair(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
