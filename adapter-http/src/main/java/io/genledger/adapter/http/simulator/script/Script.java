package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.Behaviour;
import io.genledger.adapter.http.simulator.chance.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the simulator shall behave, one rule a line: what to do, and for which requests.
 *
 * <pre>{@code
 * # a bad day
 * late 20ms..80ms
 * ready recorded
 * limit 100 per 1s retry-after seconds
 * status 503 retry-after 2s         when time 10s..15s
 * reset                             when 1%
 * status 401                        when requests 5000..
 * }</pre>
 *
 * <p>A request goes through the rules from the top. The first rule that answers it decides; rules
 * that only change an answer ({@code late}, {@code truncate} …) change what the rules below them
 * say. At the bottom are the documents. {@link Deed} lists what can be done, {@link Condition}
 * when; the seed decides what is left to chance, for each id and attempt by itself.
 */
public final class Script {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final List<Rule> rules;

    private Script(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** No rules: the documents are served. */
    public static Script empty() {
        return new Script(List.of());
    }

    /**
     * Reads a script.
     *
     * @param name what to call it in an error, usually its file
     * @throws ScriptException if a line makes no sense; the message begins with {@code name:line:}
     */
    public static Script parse(String name, String text) {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        // Some editors begin a text with a mark that is none of its words.
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        for (String line : plain.lines().toList()) {
            number++;
            String rule = COMMENT.matcher(line).replaceFirst("").strip();
            if (!rule.isEmpty()) {
                rules.add(Rule.parse(new Words(name + ":" + number, rule)));
            }
        }
        return new Script(rules);
    }

    /** The rules of {@code other} below these. */
    public Script then(Script other) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(other.rules);
        return new Script(all);
    }

    /**
     * Plays the script over the documents, with counts and windows of its own.
     *
     * @param draw decides what is left to chance
     */
    public Behaviour over(Behaviour documents, Draw draw) {
        Behaviour behaviour = documents;
        for (int i = rules.size() - 1; i >= 0; i--) {
            behaviour = rules.get(i).over(behaviour, draw.series(i + 1L));
        }
        return behaviour;
    }
}
