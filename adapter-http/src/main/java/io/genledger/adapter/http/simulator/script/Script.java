package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A script of the simulator: one rule per line, each an action with optional conditions.
 *
 * <pre>{@code
 * late 20ms..80ms                                 # comment
 * ready recorded
 * limit 100 per 1s retry-after seconds
 * status 503 retry-after 2s         when time 10s..15s
 * reset                             when 1%
 * status 401                        when requests 5000..
 * }</pre>
 *
 * <p>A request passes through the rules from top to bottom. The first rule that answers it decides.
 * A rule that alters replies ({@code late}, {@code truncate} …) alters what the rules below it
 * answer. Below the last rule, the documents are served. {@link Action} lists the actions, {@link
 * Condition} the conditions. Random decisions depend only on the seed, the position of the rule,
 * the id and the attempt.
 */
public final class Script {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final List<Rule> rules;

    private Script(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** A script without rules, which serves the documents unchanged. */
    public static Script empty() {
        return new Script(List.of());
    }

    /**
     * Parses a script.
     *
     * @param name the script's name in messages, usually its file
     * @throws ScriptException if a line is malformed; the message begins with {@code name:line:}
     */
    public static Script parse(String name, String text) {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        // Some editors write a byte order mark at the start of a file.
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        for (String line : plain.lines().toList()) {
            number++;
            String rule = COMMENT.matcher(line).replaceFirst("").strip();
            if (!rule.isEmpty()) {
                rules.add(Rule.parse(new WordReader(name + ":" + number, rule)));
            }
        }
        return new Script(rules);
    }

    /** This script with the rules of {@code other} below its own. */
    public Script then(Script other) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(other.rules);
        return new Script(all);
    }

    /**
     * The behaviour of this script above the one that serves the documents. Each call returns a
     * behaviour with separate rate limits.
     *
     * @param random the source of random decisions
     */
    public Behaviour over(Behaviour documents, SeededRandom random) {
        Behaviour behaviour = documents;
        for (int i = rules.size() - 1; i >= 0; i--) {
            behaviour = rules.get(i).over(behaviour, random.series(i + 1L));
        }
        return behaviour;
    }
}
