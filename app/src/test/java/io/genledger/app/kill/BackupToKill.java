package io.genledger.app.kill;

import io.genledger.adapter.sql.LedgerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code genledger backup}: there is no copy, or all of it. */
final class BackupToKill implements MaintenanceCommand {

    private final Path folder;
    private int copies;

    BackupToKill(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "backup";
    }

    private Path copy() {
        return folder.resolve("copy-" + copies + ".db");
    }

    @Override
    public void prepare(LedgerDatabase database) throws IOException {
        Files.deleteIfExists(copy());
        copies++;
    }

    @Override
    public String[] arguments() {
        return new String[] {"backup", copy().toString()};
    }

    @Override
    public State state(LedgerDatabase database) throws IOException {
        if (Files.exists(copy())) {
            try (LedgerDatabase copied = LedgerDatabase.openExisting(copy())) {
                if (!copied.verifier().verify(0).equals(database.verifier().verify(0))) {
                    throw new IllegalStateException("the copy is another ledger");
                }
            }
            return State.DONE;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return deleteAll(files.filter(file -> file.toString().endsWith(".unfinished")).toList())
                    ? State.IN_THE_MIDDLE
                    : State.NOT_BEGUN;
        }
    }

    private static boolean deleteAll(Iterable<Path> files) throws IOException {
        boolean any = false;
        for (Path file : files) {
            any |= Files.deleteIfExists(file);
        }
        return any;
    }
}
