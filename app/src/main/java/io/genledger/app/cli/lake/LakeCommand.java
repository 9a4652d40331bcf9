package io.genledger.app.cli.lake;

import io.genledger.app.option.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The lake of several ledgers. */
@Command(
        name = "lake",
        description = {
            "Ship the entries of several ledgers into one lake, and compare them with it.",
            "A lake is one table of Apache Iceberg that a Trino server writes and reads. Each"
                + " ledger is on PostgreSQL, and a catalog of the server reads it. Ledgers do not"
                + " need the lake: it can be dropped and shipped again."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger lake init --lake jdbc:trino://localhost:8080/lake/genledger",
            "  genledger lake ship --db postgresql://localhost/eu --lake-ledger eu --watch 30s",
            "  genledger lake verify --db postgresql://localhost/eu --lake-ledger eu"
        },
        subcommands = {
            LakeInitCommand.class,
            LakeShipCommand.class,
            LakeStatusCommand.class,
            LakeVerifyCommand.class,
            LakeRebuildCommand.class,
            LakeEraseCommand.class,
            LakeMaintainCommand.class
        })
public final class LakeCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException(
                "lake: expected init, ship, status, verify, rebuild, erase or maintain");
    }
}
