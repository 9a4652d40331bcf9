package io.genledger.ports.usecase.intake;

import io.genledger.domain.generation.GenerationId;
import java.util.HashSet;
import java.util.Set;

/** The first ids of a run, up to a limit. */
final class SeenIds {

    private final Set<GenerationId> ids = new HashSet<>();
    private final int most;

    SeenIds(int most) {
        this.most = most;
    }

    /** Whether {@code id} was seen before; beyond the limit, later ids are not remembered. */
    boolean contains(GenerationId id) {
        return ids.contains(id) || (ids.size() < most && !ids.add(id));
    }
}
