package io.genledger.app.cli.ingest;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.cli.render.line.ShellWord;
import io.genledger.app.container.Format;
import io.genledger.app.logtail.LogFile;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.AccountConverter;
import io.genledger.app.service.follow.FollowDisplay;
import io.genledger.app.service.follow.FollowEvents;
import io.genledger.app.view.intake.FollowView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.track.TailSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tracks the ids in growing logs. */
@Command(
        name = "follow",
        description = {
            "Track the generation ids in log files as the files grow, until stopped.",
            "A rotated file is read to its end before the new one; a truncated file is read from"
                + " its beginning. The next run resumes at the byte where this one stopped, even"
                + " after a crash, and first reads the files rotated meanwhile if they lie beside"
                + " the log uncompressed: NAME.log.1, NAME.log-20261125, NAME-2026-11-25.log …",
            "A line is read once it is complete; an unfinished last line, once its file is rotated."
        },
        footerHeading = "%nEvents:%n",
        footer = {
            "  A terminal shows one status line. Otherwise standard error gets logfmt lines,",
            "  time=… event=… key=value …: started, missing, opened, rotated, truncated, lost,",
            "  unreadable, readable, ledger-unavailable, counts (once a minute), stopped.",
            "  SIGTERM ends with exit code 0; with 1 if part of a file was lost or one cannot be"
                    + " read.",
            "",
            "Example:",
            "  genledger follow /var/log/app/*.log &",
            "  genledger collect --watch"
        })
public final class FollowCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Log files to follow. A missing file is read once it appears.")
    private List<String> names = List.of();

    @Option(
            names = "--account",
            paramLabel = "NAME",
            converter = AccountConverter.class,
            description =
                    "Your name for the OpenRouter account that is charged for the generations in"
                            + " these files. Default: default.")
    private AccountName account = AccountName.DEFAULT;

    public FollowCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Path> files = files();
        StopSignal stop = new StopSignal();
        console.shutdown().stopOnShutdown(stop);
        console.shutdown().drainOnTermination(stop);
        TailSummary summary = follow(files, stop);
        console.print(FollowView.of(summary), IntakeText::of);
        if (stop.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        return summary.isComplete() ? ExitCode.OK : ExitCode.REJECTED;
    }

    private TailSummary follow(Map<String, Path> files, StopSignal stop) throws IOException {
        List<LogFile> logs = new ArrayList<>();
        try (Application application = ledgers.openForEvents();
                FollowDisplay screen = display(files.size())) {
            for (Path file : files.values()) {
                logs.add(application.logFile(file));
                if (Files.notExists(file)) {
                    screen.missing(LogFile.nameOf(file));
                }
            }
            return application.trackTailedTexts(account).follow(List.copyOf(logs), screen, stop);
        } finally {
            for (LogFile log : logs) {
                log.close();
            }
        }
    }

    private FollowDisplay display(int files) {
        return console.redraws()
                ? new FollowScreen(console, files)
                : new FollowEvents(files, console.runtime(), FileErrors::reason, console::log);
    }

    private static void refuseContainer(String name, Path file) throws IOException {
        if (Files.exists(file)) {
            Format format = Format.of(file);
            if (format != Format.PLAIN) {
                throw new UsageException(
                        name
                                + ": a "
                                + format.word()
                                + " file, and follow reads text as it grows; to track the ids in"
                                + " it: genledger track --from "
                                + ShellWord.of(name));
            }
        }
    }

    /** The files by the name of their stored position, without duplicates. */
    private Map<String, Path> files() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String name : names) {
            try {
                Path file = Path.of(name);
                if (Files.exists(file) && !Files.isRegularFile(file)) {
                    throw new UsageException(
                            name + ": not a regular file; expected a file to follow");
                }
                if (Files.exists(file) && !Files.isReadable(file)) {
                    throw new UsageException(name + ": permission denied");
                }
                refuseContainer(name, file);
                files.put(LogFile.nameOf(file), file);
            } catch (InvalidPathException invalid) {
                throw new UsageException(name + ": not a file name: " + invalid.getReason());
            }
        }
        return files;
    }
}
