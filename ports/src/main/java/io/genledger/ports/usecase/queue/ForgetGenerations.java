package io.genledger.ports.usecase.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.QueueEditor;
import java.time.InstantSource;
import java.util.Set;

/** Drops generations from the queue that nobody wants to know about any more. */
public final class ForgetGenerations {

    private final QueueEditor editor;
    private final InstantSource clock;

    /** Forgets through {@code editor}. */
    public ForgetGenerations(QueueEditor editor, InstantSource clock) {
        this.editor = editor;
        this.clock = clock;
    }

    /**
     * Drops {@code ids} from the queue, with a trace in the log. What is kept of them stays.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if nothing could be written
     */
    public Edited forget(Set<GenerationId> ids) {
        return Edited.of(ids, editor.forget(ids, clock.instant()));
    }
}
