package io.genledger.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileErrorsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("a.log"), "a.log: no such file or folder"),
                Arguments.of(new AccessDeniedException("a.log"), "a.log: permission denied"),
                Arguments.of(
                        new FileAlreadyExistsException("a.log"),
                        "a.log: exists and is not overwritten"),
                Arguments.of(new NotDirectoryException("a.log"), "a.log: not a folder"),
                Arguments.of(
                        new FileSystemException("a.log", null, "Too many open files"),
                        "a.log: Too many open files"),
                Arguments.of(new IOException("Is a directory"), "Is a directory"),
                Arguments.of(new IOException(), "IOException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatIsWrongWithWhichFile(IOException failure, String sentence) {
        assertThat(FileErrors.sentence(failure)).isEqualTo(sentence);
    }
}
