package io.genledger.app.cli.lake;

import io.genledger.app.LakeAccess;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.view.lake.LakePreparedView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates what a lake lacks. */
@Command(
        name = "init",
        description = {
            "Create the lake's table, or add the columns that a table of an earlier version lacks.",
            "Trino does not create the two tables of a JDBC catalog of Iceberg: --catalog-tables"
                    + " prints the statements for the catalog's database."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger lake init --catalog-tables | psql lakecat",
            "  genledger lake init --lake jdbc:trino://localhost:8080/lake/genledger"
        })
public final class LakeInitCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private final LakeOptions options = new LakeOptions();

    @Option(
            names = "--catalog-tables",
            description = "Print the statements that create the catalog's own tables, and stop.")
    private boolean catalogTables;

    public LakeInitCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (catalogTables) {
            console.print(LakeAccess.catalogTables());
            return ExitCode.OK;
        }
        LakeAccess access = options.access(console, ledgers);
        try (OpenLake lake = access.open()) {
            console.print(
                    new LakePreparedView(access.toString(), lake.prepare()), LakeText::prepared);
        }
        return ExitCode.OK;
    }
}
