package io.genledger.adapter.json.recognise;

import io.genledger.ports.document.ForeignKind;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents of other programs that values show, and not only the fields at the top. */
final class OtherShapes {

    /** Figures in the usage that another gateway states (OPENROUTER.md §14). */
    private static final Set<String> OF_GATEWAYS =
            RecordFields.bothSpellings(Stream.of("market_cost", "gateway_cost"));

    /** Types of events in the logs of coding agents. */
    private static final Set<String> OF_AGENTS =
            Set.of(
                    "thread.started",
                    "turn.started",
                    "turn.completed",
                    "item.started",
                    "item.completed",
                    "session_meta",
                    "response_item",
                    "event_msg",
                    "turn_context");

    /** Fields in {@code data} of what OpenRouter states besides generations (§12.1, §13). */
    private static final Set<String> OF_ACCOUNTS =
            RecordFields.bothSpellings(
                    Stream.of(
                            "byok_usage_inference",
                            "total_credits",
                            "usage_daily",
                            "limit_remaining",
                            "is_free_tier",
                            "pricing"));

    private static final Set<String> PROMPTS =
            Set.of("messages", "prompt", "input", "contents", "requests");

    private OtherShapes() {}

    /**
     * The program from which a document comes; null if it is none of these.
     *
     * @param names the fields at the top
     * @param figures the fields of the usage
     */
    static @Nullable ForeignKind kindOf(
            Set<String> names,
            String type,
            String object,
            @Nullable String id,
            Set<String> figures) {
        if ((id != null && id.startsWith("gen_"))
                || !Collections.disjoint(figures, OF_GATEWAYS)
                || (names.contains("cost") && names.contains("usage") && !object.isEmpty())) {
            return ForeignKind.OTHER_GATEWAY;
        }
        if (names.stream().anyMatch(name -> name.startsWith("ai."))) {
            return ForeignKind.VERCEL_AI_SDK;
        }
        if (OF_AGENTS.contains(type) || isMessageOfAgent(names, type)) {
            return ForeignKind.CODING_AGENT;
        }
        boolean isRequest =
                names.contains("model")
                        && !Collections.disjoint(names, PROMPTS)
                        && object.isEmpty()
                        && id == null
                        && figures.isEmpty();
        return isRequest ? ForeignKind.REQUEST : null;
    }

    /** Whether OpenRouter states an account, a key, days of activity or models in these fields. */
    static boolean isOfAccount(Set<String> inData) {
        return !Collections.disjoint(inData, OF_ACCOUNTS);
    }

    /** The Messages API has a role in its body, too, but of one type only. */
    private static boolean isMessageOfAgent(Set<String> names, String type) {
        return names.contains("role")
                && !type.equals("message")
                && !names.contains("choices")
                && (names.contains("usage") || names.contains("id") || names.contains("tokens"));
    }
}
