package io.genledger.ports.document;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import java.io.IOException;
import java.util.Optional;

/**
 * Receives what a {@link DocumentReader} finds. Lines count from 1; of a document over many lines,
 * its first is given.
 */
public interface Contents {

    /**
     * A document that states a generation. Its figures may be unknown, as in a stream that was cut
     * off.
     *
     * @param document the document to archive: as it came, or one JSON document made of several,
     *     which a decoder of saved documents reads again as the same generation
     */
    void generation(long line, InputKind kind, MetadataDocument document, Generation generation)
            throws IOException;

    /**
     * A generation whose record has to be collected, because the document states its id and no
     * figures. One with figures is passed on as a generation only, even if its spend is unknown.
     */
    void toCollect(long line, InputKind kind, GenerationId id) throws IOException;

    /**
     * A document that states no generation, which is no fault: a video job that is not finished, a
     * connection test of Broadcast.
     */
    void skipped(long line, InputKind kind) throws IOException;

    /** A fact that belongs to no generation, such as the cost of a whole batch; a sentence. */
    void note(long line, String sentence) throws IOException;

    /** A document of another program, which states no generation. */
    void foreign(long line, ForeignKind kind) throws IOException;

    /**
     * A document that cannot be read. Its bytes follow.
     *
     * @param field the field with the fault, as the document spells it; empty if there is none
     * @param reason what was expected and what was found, and what to do
     */
    void rejected(long line, Optional<String> field, String reason) throws IOException;

    /** The next bytes of the document that was rejected last. */
    void rejectedBytes(byte[] bytes) throws IOException;
}
