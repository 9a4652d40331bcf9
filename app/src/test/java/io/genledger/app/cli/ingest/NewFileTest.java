package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.app.option.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

    @TempDir private Path folder;

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        Path path = folder.resolve("new");
        try (OutputStream stream = named(path).create()) {
            stream.write('a');
        }

        assertThat(path).hasContent("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void isNeverInPlaceOfAFile() throws IOException {
        Path path = Files.writeString(folder.resolve("there"), "mine");

        assertRefused(path, "exists and is not overwritten");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> new NewFile(path).create().close());
        assertThat(path).hasContent("mine");
    }

    @Test
    void isNeverCreatedThroughALink() throws IOException {
        Path target = folder.resolve("target");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        assertRefused(link, "exists and is not overwritten");
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> new NewFile(link).create().close());
        assertThat(target).doesNotExist();
    }

    @Test
    void needsItsFolder() {
        assertRefused(folder.resolve("no/new"), "no such folder");
    }

    private static void assertRefused(Path path, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> named(path))
                .withMessageStartingWith("--rejects: " + path)
                .withMessageContaining(message);
    }

    private static NewFile named(Path path) {
        return NewFile.named(path.toString(), "--rejects");
    }
}
