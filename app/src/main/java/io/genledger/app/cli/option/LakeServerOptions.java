package io.genledger.app.cli.option;

import io.genledger.app.LakeAccess;
import io.genledger.app.cli.console.Console;
import io.genledger.app.key.SecretPlace;
import io.genledger.app.option.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a lake is reached. */
public final class LakeServerOptions {

    @Option(
            names = "--lake",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "URL",
            description =
                    "The lake of several ledgers, a schema on a Trino server: "
                            + LakeAccess.SERVER_URL
                            + ", with the parameters of Trino's JDBC driver, e.g. SSL=true. Without"
                            + " URL: that of GENLEDGER_LAKE.")
    private @Nullable String lake;

    @Option(
            names = "--lake-user",
            paramLabel = "NAME",
            description = "The user that Trino is told. Default: genledger.")
    private @Nullable String user;

    @Option(
            names = "--lake-password",
            paramLabel = "PLACE",
            description =
                    "Place of the password for Trino: env:VARIABLE, file:PATH or credential:NAME"
                            + " (systemd).")
    private @Nullable String password;

    @Option(
            names = "--lake-driver",
            paramLabel = "FILE",
            description =
                    "Trino's JDBC driver, "
                            + LakeAccess.DRIVER_FILE
                            + ". Default: that file in the data folder of Genledger.")
    private @Nullable Path driver;

    /** Whether a lake is asked for, also without its URL. */
    public boolean isNamed() {
        return lake != null;
    }

    /**
     * How the lake is reached.
     *
     * @param feed the place of the ledger's feed; empty for the default of every ledger
     * @throws UsageException if an option is missing or wrong; the message shows no secret
     */
    public LakeAccess access(Console console, LedgerOpener ledgers, Optional<String> feed) {
        String url =
                Optional.ofNullable(lake)
                        .filter(named -> !named.isEmpty())
                        .or(ledgers::lake)
                        .orElseThrow(() ->
                                new UsageException(
                                        "no lake: name one with --lake or GENLEDGER_LAKE, "
                                                + LakeAccess.SERVER_URL));
        try {
            return LakeAccess.of(
                    url,
                    Optional.ofNullable(user),
                    Optional.ofNullable(password).map(place -> secret(console, place)),
                    Optional.ofNullable(driver)
                            .orElse(ledgers.dataFolder().resolve(LakeAccess.DRIVER_FILE)),
                    feed);
        } catch (IllegalArgumentException wrong) {
            // The URL is not repeated: it may hold a password.
            throw new UsageException("--lake: " + wrong.getMessage());
        }
    }

    private static String secret(Console console, String place) {
        try {
            return SecretPlace.parse(place)
                    .orElseThrow(() -> new IllegalArgumentException("expected " + SecretPlace.FORM))
                    .read(console::variable, console::note)
                    .orElseThrow(() -> new IllegalArgumentException("the variable is not set"));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--lake-password: " + wrong.getMessage());
        }
    }
}
