package io.genledger.app.cli.option;

import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.domain.generation.GenerationId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads ids from the command line. */
public final class GenerationIds {

    private static final int SHOWN = 60;

    private GenerationIds() {}

    /**
     * The id {@code text}.
     *
     * @throws UsageException if it cannot be an id
     */
    public static GenerationId one(String text) {
        try {
            return new GenerationId(text);
        } catch (IllegalArgumentException none) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            throw new UsageException("'" + Sanitized.of(shown) + "': " + none.getMessage());
        }
    }

    /**
     * The ids {@code texts} in their order, without duplicates.
     *
     * @throws UsageException if one cannot be an id
     */
    public static Set<GenerationId> all(Collection<String> texts) {
        Set<GenerationId> ids = new LinkedHashSet<>();
        texts.forEach(text -> ids.add(one(text)));
        return ids;
    }
}
