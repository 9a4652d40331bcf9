package io.genledger.app.cli.lake;

import io.genledger.app.LakeAccess;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.key.SecretPlace;
import io.genledger.app.option.UsageException;
import io.genledger.ports.lake.LedgerName;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which lake, and which ledger of it. */
public final class LakeOptions {

    @Option(
            names = "--lake",
            paramLabel = "URL",
            description =
                    "The lake's schema on a Trino server: "
                            + LakeAccess.SERVER_URL
                            + ", with the parameters of Trino's JDBC driver, e.g. SSL=true.")
    private @Nullable String lake;

    @Option(
            names = "--lake-user",
            paramLabel = "NAME",
            description = "The user that the server is told. Default: genledger.")
    private @Nullable String user;

    @Option(
            names = "--lake-password",
            paramLabel = "PLACE",
            description =
                    "Place of the user's password: env:VARIABLE, file:PATH or credential:NAME"
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

    @Option(
            names = "--lake-ledger",
            paramLabel = "NAME",
            description = "The ledger's name in the lake: " + LedgerName.EXPECTED + ".")
    private @Nullable String ledger;

    @Option(
            names = "--lake-feed",
            paramLabel = "CATALOG.SCHEMA",
            description =
                    "Catalog of this ledger's database on the server, and schema of its"
                            + " tables. Default: pg_NAME.public.")
    private @Nullable String feed;

    /**
     * How the lake is reached.
     *
     * @throws UsageException if an option is missing or wrong; the message shows no secret
     */
    LakeAccess access(Console console, LedgerOpener ledgers) {
        if (lake == null) {
            throw new UsageException(
                    "no lake: name one with --lake or GENLEDGER_LAKE, " + LakeAccess.SERVER_URL);
        }
        try {
            return LakeAccess.of(
                    lake,
                    Optional.ofNullable(user),
                    Optional.ofNullable(password).map(place -> secret(console, place)),
                    Optional.ofNullable(driver)
                            .orElse(ledgers.dataFolder().resolve(LakeAccess.DRIVER_FILE)),
                    Optional.ofNullable(feed).map(LakeOptions::checkedFeed));
        } catch (IllegalArgumentException wrong) {
            // The URL is not repeated: it may hold a password.
            throw new UsageException("--lake: " + wrong.getMessage());
        }
    }

    private static String checkedFeed(String feed) {
        try {
            LakeAccess.requireFeed(feed);
            return feed;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--lake-feed: " + wrong.getMessage() + ", found " + feed);
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

    /** The ledger's name, if it is given. */
    Optional<LedgerName> named() {
        try {
            return Optional.ofNullable(ledger).map(LedgerName::new);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--lake-ledger: " + wrong.getMessage() + ", found " + ledger);
        }
    }

    /** The ledger's name, which must be given. */
    LedgerName name() {
        return named().orElseThrow(() ->
                new UsageException(
                        "no name of the ledger: give it one in the lake with"
                                + " --lake-ledger, and never change it"));
    }

    /** Trino reads a ledger where it is; it has no connector for a file of SQLite. */
    static void requireServer(LedgerOpener ledgers) {
        if (!ledgers.address().isOnServer()) {
            throw new UsageException(
                    "a lake gets its entries from ledgers on PostgreSQL: name one with --db. One in"
                            + " a SQLite file joins with its current figures: genledger export"
                            + " --format ndjson - | genledger import --db postgresql://… -");
        }
    }
}
