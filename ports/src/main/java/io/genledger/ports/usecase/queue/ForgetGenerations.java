package io.genledger.ports.usecase.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.QueueEditor;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;

/** Drops generations from the queue. */
public final class ForgetGenerations {

    private final QueueEditor editor;
    private final InstantSource clock;

    /** Forgets through {@code editor}. */
    public ForgetGenerations(QueueEditor editor, InstantSource clock) {
        this.editor = editor;
        this.clock = clock;
    }

    /**
     * Drops {@code ids} from the queue and logs it. Their records and quarantined documents stay.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if nothing could be written
     */
    public Forgotten forget(Set<GenerationId> ids) {
        Set<GenerationId> dropped = editor.forget(ids, clock.instant());
        Set<GenerationId> others = new LinkedHashSet<>(ids);
        others.removeAll(dropped);
        return new Forgotten(dropped.size(), others);
    }

    /**
     * The result of forgetting ids.
     *
     * @param ids how many were dropped; 0 or more
     * @param notInQueue the ids that are not in the queue
     */
    public record Forgotten(int ids, Set<GenerationId> notInQueue) {

        /** Whether each named id was dropped. */
        public boolean isComplete() {
            return notInQueue.isEmpty();
        }
    }
}
