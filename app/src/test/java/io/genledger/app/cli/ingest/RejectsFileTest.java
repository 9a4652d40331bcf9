package io.genledger.app.cli.ingest;

import io.genledger.ports.document.RejectedDocuments;
import io.genledger.ports.testkit.RejectedDocumentsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RejectsFileTest extends RejectedDocumentsContract {

    @TempDir private Path folder;

    @Override
    protected Fixture emptyFixture() {
        Path imported = folder.resolve("saved.ndjson");
        RejectsFile file = RejectsFile.beside(imported);
        return new Fixture() {
            @Override
            public RejectedDocuments documents() {
                return file;
            }

            @Override
            public byte[] kept() throws IOException {
                file.close();
                return Files.exists(file.path()) ? Files.readAllBytes(file.path()) : new byte[0];
            }
        };
    }
}
