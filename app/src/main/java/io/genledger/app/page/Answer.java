package io.genledger.app.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An answer of the API in a file.
 *
 * @param path the path of its route below {@code /ledger/v1/}
 * @param asked the parameters by which the page's question is known among those of the file
 * @param json the answer
 */
public record Answer(String path, Map<String, String> asked, String json) {

    /** The parameters as the query of a URL. */
    String query() {
        return new TreeMap<>(asked)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
