package io.genledger.app.page;

import io.genledger.app.page.SavedOverview.Contents;
import io.genledger.app.view.json.ViewJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The overview as one HTML document that needs nothing else: the page's script and styles and the
 * answers stand in it. Its Content-Security-Policy permits these by their hashes, and no request to
 * anywhere.
 */
public final class SavedFile {

    private static final String TEMPLATE = "file.html";
    private static final String STYLE = "file.css";
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private SavedFile() {}

    /**
     * The document.
     *
     * @param title in HTML
     * @param figures the figures in HTML, which are shown until the script has drawn them, and
     *     where no script runs
     */
    public static String of(Contents contents, String title, String figures) {
        PageFiles page = PageFiles.read();
        List<String> styles =
                Stream.concat(texts(page, ".css").stream(), Stream.of(resource(STYLE))).toList();
        List<String> scripts = texts(page, ".js");
        Map<String, String> parts =
                Map.of(
                        "policy",
                        policy(scripts, styles),
                        "title",
                        title,
                        "styles",
                        blocks("<style>", styles, "</style>"),
                        "figures",
                        figures,
                        "answers",
                        answers(contents),
                        "scripts",
                        blocks("<script type=\"module\">", scripts, "</script>"));
        return PLACE.matcher(resource(TEMPLATE))
                .replaceAll(place -> Matcher.quoteReplacement(part(parts, place.group(1))));
    }

    private static String part(Map<String, String> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private static List<String> texts(PageFiles page, String ending) {
        return page.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .toList();
    }

    private static String blocks(String begin, List<String> texts, String end) {
        return texts.stream().map(text -> begin + text + end).collect(Collectors.joining("\n"));
    }

    private static String policy(List<String> scripts, List<String> styles) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src" + hashes(scripts),
                "style-src" + hashes(styles),
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
                "require-trusted-types-for 'script'",
                // The policy through which lit-html turns its templates into markup.
                "trusted-types lit-html");
    }

    private static String hashes(List<String> texts) {
        return texts.stream()
                .map(text -> " 'sha256-" + Base64.getEncoder().encodeToString(sha256(text)) + "'")
                .collect(Collectors.joining());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private static String answers(Contents contents) {
        return data("id=\"saved\"", ViewJson.of(contents.state()))
                + contents.answers().stream()
                        .map(answer ->
                                data(
                                        "data-path=\"%s\" data-asked=\"%s\""
                                                .formatted(
                                                        answer.path(),
                                                        answer.query().replace("&", "&amp;")),
                                        answer.json()))
                        .collect(Collectors.joining());
    }

    /** No text can end the block, since each less-than sign of JSON stands in a string. */
    private static String data(String attributes, String json) {
        return "<script type=\"application/json\" %s>%s</script>\n"
                .formatted(attributes, json.replace("<", "\\u003c"));
    }

    private static String resource(String name) {
        try (InputStream file = SavedFile.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
