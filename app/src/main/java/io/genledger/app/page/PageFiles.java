package io.genledger.app.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The document of the page, and the modules and styles that it names.
 *
 * @param document the document, in HTML; it names each file as {@code "page/NAME"}
 * @param files the content of each file by its name, in the order of the document
 */
public record PageFiles(String document, Map<String, byte[]> files) {

    /** A file as the document names it. */
    public static final Pattern REFERENCE = Pattern.compile("\"page/([a-z0-9-]+\\.(?:js|css))\"");

    private static final String DOCUMENT = "index.html";

    /** Reads the files, which are part of the program. */
    public static PageFiles read() {
        String document = new String(content(DOCUMENT), StandardCharsets.UTF_8);
        Map<String, byte[]> files = new LinkedHashMap<>();
        REFERENCE
                .matcher(document)
                .results()
                .map((MatchResult reference) -> reference.group(1))
                .forEach(name -> files.put(name, content(name)));
        return new PageFiles(document, files);
    }

    private static byte[] content(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
