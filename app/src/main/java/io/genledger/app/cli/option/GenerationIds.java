package io.genledger.app.cli.option;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.container.FileAdvice;
import io.genledger.app.option.UsageException;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.document.KeyMask;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads ids from the command line. An argument that contains ids as OpenRouter forms them means
 * these: a comma, quotes or a URL around them do not matter.
 */
public final class GenerationIds {

    private static final int SHOWN = 60;

    /** An id with a second, of whose last part at least one character is missing. */
    private static final Pattern CUT_OFF =
            Pattern.compile("gen-(?:[a-z]{2,16}-)?\\d{9,11}(?:-[A-Za-z0-9]{0,9})?");

    private GenerationIds() {}

    /**
     * The id in {@code text}, else {@code text} as an id.
     *
     * @throws UsageException if it holds several ids, is an id that was cut off, or cannot be one
     */
    public static GenerationId one(String text) {
        Set<GenerationId> ids = in(text);
        if (ids.size() > 1) {
            throw new UsageException(shown(text) + " holds several ids, expected one");
        }
        return ids.iterator().next();
    }

    /**
     * The ids in {@code texts} in their order, without duplicates.
     *
     * @throws UsageException if one of the texts is an id that was cut off, or cannot be one
     */
    public static Set<GenerationId> all(Collection<String> texts) {
        return each(texts, GenerationIds::in);
    }

    /**
     * The same for ids that are new, which must have one of OpenRouter's shapes.
     *
     * @throws UsageException if one of the texts holds no such id
     */
    public static Set<GenerationId> likely(Collection<String> texts) {
        return each(
                texts,
                text -> {
                    Set<GenerationId> ids = in(text);
                    if (!ids.stream().allMatch(GenerationId::isShapedLikeOpenRouters)) {
                        throw new UsageException(
                                shown(text)
                                        + " is not an id of OpenRouter: expected gen-, a number and"
                                        + " 10 or more letters and digits, such as"
                                        + " gen-1731289055-7lM7yhtp335znp1qegkj; --literal tracks"
                                        + " it all the same");
                    }
                    return ids;
                });
    }

    /**
     * The texts themselves as ids.
     *
     * @throws UsageException if one cannot be an id
     */
    public static Set<GenerationId> literal(Collection<String> texts) {
        texts.forEach(GenerationIds::refuseFile);
        return each(texts, text -> Set.of(id(text)));
    }

    private static Set<GenerationId> each(
            Collection<String> texts, Function<String, Set<GenerationId>> idsIn) {
        Set<GenerationId> ids = new LinkedHashSet<>();
        texts.forEach(text -> ids.addAll(idsIn.apply(text)));
        return ids;
    }

    private static Set<GenerationId> in(String text) {
        refuseFile(text);
        Set<GenerationId> found = GenerationIdScanner.idsIn(text);
        if (!found.isEmpty()) {
            return found;
        }
        if (CUT_OFF.matcher(text).matches()) {
            throw new UsageException(
                    shown(text)
                            + " is not a whole id: characters are missing at its end; track and"
                            + " forget take it by --literal");
        }
        return Set.of(id(text));
    }

    /** The name of a file is a valid id, so a forgotten option would go unnoticed. */
    private static void refuseFile(String text) {
        FileAdvice.of(text)
                .ifPresent(advice -> {
                    throw new UsageException(advice);
                });
    }

    /** An API key could be an id, so a wrong variable would send it as one. */
    private static GenerationId id(String text) {
        if (KeyMask.isKeyIn(text)) {
            throw new UsageException(
                    "expected the id of a generation, found an API key, which belongs in"
                            + " OPENROUTER_API_KEY; if you typed it, revoke it");
        }
        try {
            return new GenerationId(text);
        } catch (IllegalArgumentException none) {
            throw new UsageException(shown(text) + ": " + none.getMessage());
        }
    }

    private static String shown(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return "'" + Sanitized.of(start) + "'";
    }
}
