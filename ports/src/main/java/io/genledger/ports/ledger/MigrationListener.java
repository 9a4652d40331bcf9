package io.genledger.ports.ledger;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.UndecodableDocumentException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Receives the progress of a migration, which can be stopped at any time: all that was reported is
 * committed, and opening the ledger again goes on from there. Of a ledger of the newest version, no
 * method is called.
 */
public interface MigrationListener {

    /**
     * The migration begins, or goes on.
     *
     * @param copy the copy of the file, which is kept until the new tables are compared with the
     *     earlier ones; empty on a server
     */
    void begun(Optional<Path> copy);

    /**
     * Generations were copied.
     *
     * @param done the copied generations, those of earlier runs included
     * @param all the generations of the ledger
     */
    void copied(long done, long all);

    /**
     * Generations were compared.
     *
     * @param done the compared generations, those of earlier runs included
     * @param all the generations of the ledger
     */
    void compared(long done, long all);

    /**
     * A copied document cannot be decoded any more. It is kept; the entry of a newest revision
     * keeps its figures, that of an earlier revision has none.
     *
     * @param revision from 1
     */
    void undecodable(GenerationId id, int revision, UndecodableDocumentException reason);

    /** Another process migrates the ledger; this one waits. */
    void waiting();

    /** The space of the earlier tables could not be given back to the file system. */
    void notCompacted(LedgerUnavailableException reason);

    /** The new tables hold all of the earlier ones, which are dropped, and the copy deleted. */
    void finished();
}
