package io.genledger.ports.usecase.queue;

import io.genledger.domain.generation.GenerationId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What became of ids that somebody named.
 *
 * @param changed how many were changed
 * @param notInQueue the others: the queue does not hold them
 */
public record Edited(int changed, Set<GenerationId> notInQueue) {

    static Edited of(Set<GenerationId> named, Set<GenerationId> changed) {
        Set<GenerationId> others = new LinkedHashSet<>(named);
        others.removeAll(changed);
        return new Edited(changed.size(), others);
    }
}
