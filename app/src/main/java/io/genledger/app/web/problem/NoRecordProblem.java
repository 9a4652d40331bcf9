package io.genledger.app.web.problem;

import io.genledger.app.view.queue.NoRecordView;
import io.micronaut.http.HttpStatus;

/**
 * The problem that the ledger has no record of a generation.
 *
 * @param status the HTTP status
 * @param title the status in words
 * @param detail why there is no record, and what to do
 * @param record what the queue knows of it
 */
public record NoRecordProblem(int status, String title, String detail, NoRecordView record) {

    /** The problem as an exception. */
    public static ProblemException of(NoRecordView record) {
        HttpStatus status = HttpStatus.NOT_FOUND;
        return new ProblemException(
                new NoRecordProblem(status.getCode(), status.getReason(), detail(record), record));
    }

    private static String detail(NoRecordView record) {
        String id = record.id().value();
        return switch (record.code()) {
            case NOT_TRACKED ->
                    "the ledger has no record of "
                            + id
                            + ", and it is not in the queue; POST it to /ledger/v1/generations";
            case NOT_REQUESTED, CLAIMED, NOT_READY, FAILED ->
                    "the record of "
                            + id
                            + " is not collected yet; ask again, or"
                            + " GET /api/v1/generation?id="
                            + id
                            + "&wait=60s";
            case GIVEN_UP, REFUSED ->
                    "OpenRouter gave no record of "
                            + id
                            + "; to request it again, POST to /ledger/v1/queue/"
                            + id
                            + "/retry";
            case PRUNED ->
                    "the entry of " + id + " was pruned; reports of its day keep its figures";
            case RECORDED -> id + " was recorded just now; ask again";
        };
    }
}
