package io.genledger.app.cli.ingest;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.render.JsonText;
import io.genledger.app.logtail.LogFile;
import io.genledger.ports.tail.TailedText;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tracks what growing logs name. */
@Command(
        name = "follow",
        description = {
            "Tracks the generation ids in log files as these grow, until told to stop.",
            "A file that is rotated is read to its end before the new one is begun, and looked at"
                    + " until the next rotation; one that is cut off is read from its beginning."
                    + " The next run reads on at the byte where this one stopped, also after a"
                    + " crash, and reads what was rotated since, if it is not packed and still"
                    + " beside it: NAME.log.1, NAME.log-20261125, NAME-2026-11-25.log …",
            "Lines are read when they are complete; the last one of a file without a line end, when"
                    + " the file is rotated.",
        },
        footerHeading = "%nWatching:%n",
        footer = {
            "  A terminal shows one status line. Elsewhere, standard error gets lines of",
            "  time=… event=… key=value …: started, awaits, begun, replaced, cut-off, lost,",
            "  unreadable, readable, waits-for-ledger as they happen; counts once a minute;"
                    + " stopped.",
            "  SIGTERM exits with 0, or with 1 if the rest of a file was lost, or one cannot be"
                    + " read.",
            "",
            "Example:",
            "  genledger follow /var/log/app/*.log &",
            "  genledger collect --watch"
        })
public final class FollowCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Logs to follow; one that is not there yet is waited for.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        GenledgerCommand program = Parent.of(root);
        Map<String, Path> files = files();
        StopSignal stop = new StopSignal();
        program.environment().interruption().passOnTo(stop);
        program.environment().interruption().drainOnTermination(stop);
        FollowScreen screen = follow(program, files, stop);
        program.print(
                program.printsJson()
                        ? JsonText.of(
                                JsonText.tracked(screen.total())
                                        .put("lost", screen.lost())
                                        .put("unreadable", screen.unreadable()))
                        : TrackCommand.sentence(screen.total()));
        if (stop.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        return screen.lost() + screen.unreadable() == 0 ? ExitCode.OK : ExitCode.REJECTED;
    }

    private static FollowScreen follow(
            GenledgerCommand program, Map<String, Path> files, StopSignal stop) throws IOException {
        List<LogFile> logs = new ArrayList<>();
        try (Application wiring = program.openLedgerToRunOn();
                FollowScreen screen = new FollowScreen(program.environment(), files.size())) {
            for (Path file : files.values()) {
                logs.add(wiring.logFile(file));
                if (Files.notExists(file)) {
                    screen.awaits(LogFile.nameOf(file));
                }
            }
            wiring.followTexts().follow(List.<TailedText>copyOf(logs), screen, stop);
            return screen;
        } finally {
            for (LogFile log : logs) {
                log.close();
            }
        }
    }

    /** By the names that positions have, each once. */
    private Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String name : names) {
            try {
                Path file = Path.of(name);
                if (Files.exists(file) && !Files.isRegularFile(file)) {
                    throw new UsageException(name + ": expected a file to follow");
                }
                if (Files.exists(file) && !Files.isReadable(file)) {
                    throw new UsageException(name + ": permission denied");
                }
                files.put(LogFile.nameOf(file), file);
            } catch (InvalidPathException invalid) {
                throw new UsageException(name + ": not a file name: " + invalid.getReason());
            }
        }
        return files;
    }
}
