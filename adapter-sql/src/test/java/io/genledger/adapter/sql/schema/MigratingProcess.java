package io.genledger.adapter.sql.schema;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Migration;
import io.genledger.ports.ledger.MigrationListener;
import io.genledger.ports.testkit.SampleDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Another process that migrates a ledger and prints a line after each step. */
final class MigratingProcess implements MigrationListener {

    private static final int BATCH = 50;

    private MigratingProcess() {}

    static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + file.toAbsolutePath().getParent(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String... args) {
        Migration migration = new Migration(new SampleDecoder(), new MigratingProcess(), BATCH);
        LedgerDatabase.open(Path.of(args[0]), migration).close();
    }

    @Override
    public void begun(Optional<Path> copy) {
        System.out.println("begun");
    }

    @Override
    public void copied(long done, long all) {
        System.out.println("copied " + done);
    }

    @Override
    public void compared(long done, long all) {
        System.out.println("compared " + done);
    }

    @Override
    public void undecodable(GenerationId id, int revision, UndecodableDocumentException reason) {
        throw new AssertionError(reason);
    }

    @Override
    public void waiting() {
        System.out.println("waiting");
    }

    @Override
    public void notCompacted(LedgerUnavailableException reason) {
        throw new AssertionError(reason);
    }

    @Override
    public void finished() {
        System.out.println("finished");
    }
}
