package io.genledger.adapter.json.recognise;

import io.genledger.ports.document.ForeignKind;
import java.util.Optional;

/**
 * What one look at a document shows. As the look ends when the form is certain, the other values
 * are complete for events, video jobs, batches and errors only.
 *
 * @param form what the document is
 * @param foreign the program from which a foreign document comes
 * @param id the id of the completion: in an event, that of the response or message in it
 * @param type the type of an event; empty if there is none
 * @param status the status of a job; empty if there is none
 * @param requestId the id in {@code request_id}, which an error of the Messages API has
 * @param hasUsage whether there is an object {@code usage}
 * @param hasFinishReason whether the first choice has a finish reason
 */
public record Look(
        Form form,
        Optional<ForeignKind> foreign,
        Optional<String> id,
        String type,
        String status,
        Optional<String> requestId,
        boolean hasUsage,
        boolean hasFinishReason) {

    /** A look at a document of which nothing can be read. */
    static final Look AT_NOTHING =
            new Look(
                    Form.OTHER,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    "",
                    Optional.empty(),
                    false,
                    false);
}
