package io.genledger.ports.ledger.admin;

import io.genledger.domain.attribution.ExternalUser;
import io.genledger.ports.ledger.LedgerUnavailableException;

/**
 * Erases all texts of one external user from a ledger. Figures stay: every sum is the same before
 * and after, and grouped by user it is that of a user with an anonymous name. Thread-safe.
 *
 * <p>A generation is the user's if one of its revisions names the user. Of these generations are
 * erased: the documents of all revisions, the request ids, the session ids that no other generation
 * has, the events and messages of the queue, and the quarantined documents. Quarantined documents
 * of other ids, and of files, are erased if they name the user. A session id that other generations
 * have, too, is erased if it names the user. A document of an erased generation that is recorded
 * later is not stored, and its figures get the anonymous name.
 */
public interface UserErasure {

    /**
     * What an erasure concerns.
     *
     * @param generations number of the user's generations
     * @param documents number of archived documents
     * @param documentBytes their archived size in bytes
     * @param sessions number of session ids
     * @param queueMessages number of messages of the queue
     * @param events number of events of the event log
     * @param quarantined number of quarantined documents
     */
    record Erased(
            long generations,
            long documents,
            long documentBytes,
            long sessions,
            long queueMessages,
            long events,
            long quarantined) {

        /** Whether there was nothing to erase. */
        public boolean isNothing() {
            return generations == 0 && quarantined == 0;
        }
    }

    /**
     * What {@link #erase} would erase now; changes nothing.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Erased preview(ExternalUser user);

    /**
     * Erases the user's texts in one transaction, and then removes what the database keeps of
     * deleted rows, where it can. Calling it again is safe: it goes on with what is left.
     *
     * @return what was erased
     * @throws LedgerUnavailableException if the ledger cannot be written; nothing was erased then,
     *     or it was and remains of deleted rows are left until this is called again
     */
    Erased erase(ExternalUser user);
}
