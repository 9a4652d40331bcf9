package io.genledger.ports.usecase.maintain;

import io.genledger.domain.generation.GenerationId;

/** Receives the progress of redecoding. */
public interface RedecodeListener {

    /**
     * A document cannot be decoded any more; its entry stays as it is.
     *
     * @param revision the number of the revision, 1 or more
     * @param reason what was expected and what was found
     */
    void undecodable(GenerationId id, int revision, String reason);

    /**
     * A batch was renewed, and survives a crash.
     *
     * @param soFar the counts of this run
     * @param done about how many entries of the ledger are done, by earlier runs, too
     * @param all about how many there are; not less than {@code done}
     */
    void renewed(RedecodeSummary soFar, long done, long all);
}
