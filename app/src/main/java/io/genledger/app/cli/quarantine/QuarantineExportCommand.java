package io.genledger.app.cli.quarantine;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.ingest.NewFile;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.QuarantineText;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.quarantine.QuarantineExportView;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantinedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all quarantined documents to a file. */
@Command(
        name = "export",
        description = {
            "Write all quarantined documents to a new file, byte for byte, one after another.",
            "Mend the file and import it, then drop the documents by their numbers, which list"
                    + " prints. The quarantine is not changed."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger quarantine export to-mend.ndjson",
            "  genledger import to-mend.ndjson && genledger quarantine drop 3 4"
        })
public final class QuarantineExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";
    private static final int PAGE = 100;

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "FILE|-",
            description =
                    "New file, which only its owner can read, or - for standard output. It is not"
                            + " overwritten if it exists.")
    private String name = "";

    public QuarantineExportCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        boolean toFile = !name.equals(STANDARD_OUTPUT);
        if (!toFile && console.printsJson()) {
            throw new UsageException(
                    "--json cannot be combined with -, to which bytes are printed");
        }
        Optional<NewFile> file =
                toFile ? Optional.of(NewFile.named(name, "export")) : Optional.empty();
        try (Application application = ledgers.openExisting()) {
            if (file.isPresent()) {
                long exported = write(application.quarantine(), file.get());
                console.print(new QuarantineExportView(exported, name), QuarantineText::of);
            } else {
                write(application.quarantine(), console.out());
            }
        }
        return ExitCode.OK;
    }

    private static long write(Quarantine quarantine, NewFile file) throws IOException {
        OutputStream stream = file.create();
        try (stream) {
            return write(quarantine, stream);
        } catch (IOException failure) {
            throw new IOException(
                    "%s cannot be written (%s); it is incomplete, and the quarantine keeps all"
                            .formatted(file, FileErrors.reason(failure)),
                    failure);
        } catch (LedgerUnavailableException failure) {
            throw new LedgerUnavailableException(
                    "%s; the file %s is incomplete".formatted(failure.getMessage(), file), failure);
        }
    }

    private static long write(Quarantine quarantine, OutputStream stream) throws IOException {
        long exported = 0;
        long last = 0;
        while (true) {
            List<QuarantinedDocument> page = quarantine.after(last, PAGE);
            if (page.isEmpty()) {
                return exported;
            }
            for (QuarantinedDocument one : page) {
                last = one.number();
                // Empty if another process has dropped it meanwhile.
                Optional<MetadataDocument> document = quarantine.document(last);
                if (document.isPresent()) {
                    writeLine(document.get().bytes(), stream);
                    exported++;
                }
            }
        }
    }

    /** A document that was fetched may end with a line end already. */
    private static void writeLine(byte[] body, OutputStream stream) throws IOException {
        stream.write(body);
        if (body.length == 0 || body[body.length - 1] != '\n') {
            stream.write('\n');
        }
    }
}
