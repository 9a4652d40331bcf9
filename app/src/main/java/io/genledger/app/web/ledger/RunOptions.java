package io.genledger.app.web.ledger;

import io.genledger.app.option.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parameters that name a run; one of them is given. */
final class RunOptions {

    @Option(names = "--request", paramLabel = "ID", description = "Id of an API request.")
    private @Nullable String request;

    @Option(names = "--session", paramLabel = "ID", description = "Id of a session.")
    private @Nullable String session;

    /**
     * The id of the request or session.
     *
     * @throws UsageException if both are given, or none
     */
    String id() {
        String id = request == null ? session : request;
        if (id == null || id.isBlank() || (request != null && session != null)) {
            throw new UsageException("expected the id of either a request or a session");
        }
        return id;
    }
}
