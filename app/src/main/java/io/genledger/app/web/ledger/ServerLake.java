package io.genledger.app.web.ledger;

import io.genledger.app.LakeQuestions;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.problem.ProblemException;
import io.micronaut.http.HttpStatus;

/** The lake of a server. */
final class ServerLake {

    private ServerLake() {}

    /**
     * The lake.
     *
     * @throws ProblemException if the server has none
     */
    static LakeQuestions of(LedgerAccess ledger) {
        return ledger.lake()
                .orElseThrow(() ->
                        new ProblemException(
                                HttpStatus.NOT_FOUND,
                                "this server has no lake: genledger serve --lake URL gives it"
                                        + " one"));
    }
}
