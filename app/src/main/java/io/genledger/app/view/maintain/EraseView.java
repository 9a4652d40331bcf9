package io.genledger.app.view.maintain;

import io.genledger.ports.ledger.admin.UserErasure.Erased;

/**
 * The answer of {@code erase}. It does not repeat the user.
 *
 * @param dryRun whether nothing was changed, so that the counts say what would be erased
 * @param generations number of the user's generations, whose figures stay
 * @param documents number of archived documents
 * @param documentBytes their archived size in bytes
 * @param sessions number of session ids
 * @param queueMessages number of messages of the queue
 * @param events number of events of the event log
 * @param quarantined number of quarantined documents
 */
public record EraseView(
        boolean dryRun,
        long generations,
        long documents,
        long documentBytes,
        long sessions,
        long queueMessages,
        long events,
        long quarantined) {

    /** The view of {@code erased}. */
    public static EraseView of(Erased erased, boolean dryRun) {
        return new EraseView(
                dryRun,
                erased.generations(),
                erased.documents(),
                erased.documentBytes(),
                erased.sessions(),
                erased.queueMessages(),
                erased.events(),
                erased.quarantined());
    }
}
