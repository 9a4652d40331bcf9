package io.genledger.app.web.wire;

import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.DurationConverter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parameters of a look-up that OpenRouter does not have. */
final class LookUpOptions {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Option(
            names = "--id",
            paramLabel = "ID",
            required = true,
            description = "Id of the generation.")
    @SuppressWarnings("unused") // the route reads it, also if these options are not parsed
    private @Nullable String id;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "Longest wait for a record that is not in the ledger yet, at most 60s. Default:"
                            + " none.")
    private Duration wait = Duration.ZERO;

    @Option(
            names = "--complete",
            description = "Add each documented field that the record lacks, as null.")
    private boolean complete;

    /**
     * @throws UsageException if the wait is too long
     */
    void check() {
        if (wait.compareTo(LONGEST) > 0) {
            throw new UsageException("--wait: expected at most 60s");
        }
    }

    Duration longestWait() {
        return wait;
    }

    boolean completes() {
        return complete;
    }
}
