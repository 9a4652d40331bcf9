package io.genledger.app.web.parameter;

import io.genledger.app.option.UsageException;
import io.genledger.domain.generation.GenerationId;

/** Reads the id of a generation from the path of a URL. */
public final class PathId {

    private PathId() {}

    /**
     * The id.
     *
     * @throws UsageException if {@code text} cannot be one
     */
    public static GenerationId of(String text) {
        try {
            return new GenerationId(text);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException(String.valueOf(malformed.getMessage()));
        }
    }
}
