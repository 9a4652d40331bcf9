package io.genledger.adapter.json.har;

import java.io.IOException;
import java.util.Optional;

/** Receives the entries of an HTTP archive, in order. Lines count from 1. */
public interface Exchanges {

    /**
     * A response that names a generation, in its header {@code X-Generation-Id} or in its body.
     *
     * @param line the line on which the entry begins
     * @param isOpenRouters whether the request went to OpenRouter's API; if not, the body may be of
     *     any kind
     * @param generationId the header {@code X-Generation-Id}; empty if there is none
     * @param body the body; empty if the archive does not have it, or it is neither JSON nor a
     *     stream of events
     */
    void response(long line, boolean isOpenRouters, Optional<String> generationId, byte[] body)
            throws IOException;

    /** An entry that names no generation: a page, a picture, a list of models. */
    void other(long line) throws IOException;

    /**
     * An entry, or the rest of the archive, that cannot be read. No byte of it is passed on,
     * because its requests hold API keys.
     *
     * @param reason what was expected and what was found, and what to do
     */
    void rejected(long line, String reason) throws IOException;
}
