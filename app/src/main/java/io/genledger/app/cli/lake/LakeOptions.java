package io.genledger.app.cli.lake;

import io.genledger.app.LakeAccess;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LakeServerOptions;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.option.UsageException;
import io.genledger.ports.lake.LedgerName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which lake, and which ledger of it. */
public final class LakeOptions {

    @Mixin private final LakeServerOptions server = new LakeServerOptions();

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
        return server.access(
                console, ledgers, Optional.ofNullable(feed).map(LakeOptions::checkedFeed));
    }

    /** Whether a lake is named. */
    boolean isNamed() {
        return server.isNamed();
    }

    private static String checkedFeed(String feed) {
        try {
            LakeAccess.requireFeed(feed);
            return feed;
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--lake-feed: " + wrong.getMessage() + ", found " + feed);
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
