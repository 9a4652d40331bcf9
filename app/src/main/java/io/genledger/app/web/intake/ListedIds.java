package io.genledger.app.web.intake;

import io.genledger.app.option.UsageException;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.quarantine.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body of generation ids without documents: a JSON array of them, or one on each line.
 *
 * @param ids the ids, each once, and the line of the body on which it stands first
 * @param others what stands in the list and is not an id of OpenRouter's shape
 */
record ListedIds(Map<GenerationId, Long> ids, List<Other> others) {

    /** A line with one word, or an array whose first element is a string. */
    private static final Pattern START =
            Pattern.compile("\\s*(?:\\[\\s*[\"\\]]|\"?[A-Za-z0-9_.:-]+\"?,?\\s*(?:\\R|\\z))");

    private static final Pattern WORD = Pattern.compile("\\n|\"[^\"\\n]*\"|[^\\s,\"\\[\\]]+");
    private static final int MOST_SHOWN = 60;

    /** Text in the place of an id. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, and never compared
    record Other(Rejection rejection, byte[] bytes) {}

    /**
     * The ids in {@code body}; empty if it holds documents.
     *
     * @param name the name of the body in messages
     * @throws UsageException if the array is not closed, because the body was cut off
     */
    static Optional<ListedIds> in(String name, byte[] body) {
        int first = 0;
        while (first < body.length && body[first] <= ' ' && body[first] >= 0) {
            first++;
        }
        boolean isDocument = first == body.length || body[first] == '{' || body[first] < 0;
        if (isDocument) {
            return Optional.empty();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (!START.matcher(text).lookingAt() || text.indexOf('{') >= 0) {
            return Optional.empty();
        }
        if (text.charAt(first) == '[' && !text.stripTrailing().endsWith("]")) {
            throw new UsageException(
                    "the array of ids is not closed: the body was cut off; nothing was tracked");
        }
        return Optional.of(read(name, text));
    }

    private static ListedIds read(String name, String text) {
        ListedIds listed = new ListedIds(new LinkedHashMap<>(), new ArrayList<>());
        long line = 1;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            if (word.equals("\n")) {
                line++;
            } else {
                listed.add(name, line, word.replace("\"", ""));
            }
        }
        return listed;
    }

    private void add(String name, long line, String word) {
        Optional<GenerationId> id = GenerationId.ofOpenRouter(word);
        if (id.isPresent()) {
            ids.putIfAbsent(id.get(), line);
            return;
        }
        String shown = word.length() > MOST_SHOWN ? word.substring(0, MOST_SHOWN) + "…" : word;
        String reason =
                "expected an id of OpenRouter: gen-, a number and 10 or more letters and digits;"
                        + " found '%s'".formatted(shown);
        others.add(
                new Other(
                        new Rejection(name, line, Optional.empty(), reason),
                        word.getBytes(StandardCharsets.UTF_8)));
    }
}
