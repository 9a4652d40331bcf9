package io.genledger.ports.usecase.intake;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.usecase.intake.files.FileContents;
import java.util.Optional;

/** Receives the progress of an import. Called by the thread that imports. */
public interface ImportListener {

    /** A file is begun; what follows is about it. */
    void begun(String file);

    /**
     * A document was not rejected. What this states is durable once {@link #recorded} is called.
     *
     * @param line the line of the file on which it begins, from 1
     * @param id its generation; empty if it states none
     * @param outcome one of all but {@link ImportCount#PROVISIONAL} and {@link
     *     ImportCount#REPEATED}
     */
    default void document(
            long line, InputKind kind, Optional<GenerationId> id, ImportCount outcome) {}

    /** A document was rejected. */
    void rejected(Rejection rejection);

    /** A fact that belongs to no generation, such as the cost of a whole batch. */
    void noted(String file, long line, String sentence);

    /** A file was read to its end, or as far as it can be read. */
    void ended(FileContents contents);

    /** A file, or the rest of it, cannot be read; the import continues with the next one. */
    void unreadable(String file, String reason);

    /**
     * A batch was recorded.
     *
     * @param soFar the counts of all files, which hold even if the import fails later
     */
    void recorded(ImportSummary soFar);

    /**
     * The ledger cannot be written at present; the import waits and tries again.
     *
     * @param reason what failed
     */
    void ledgerUnavailable(String reason);
}
