package io.genledger.app.files;

import io.genledger.ports.TextPosition;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the file again that was read last. */
final class LastRead {

    private LastRead() {}

    /** Under its name, or beside it, where a rotation has put it; else none. */
    static @Nullable OpenLog find(Path file, TextPosition position) throws IOException {
        OpenLog named = ifSame(file, position);
        Path folder = file.toAbsolutePath().getParent();
        if (named != null || folder == null || !Files.isDirectory(folder)) {
            return named;
        }
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder)) {
            for (Path other : beside) {
                OpenLog found = Files.isRegularFile(other) ? ifSame(other, position) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable OpenLog ifSame(Path file, TextPosition position) throws IOException {
        try {
            if (!OpenLog.identityOf(file).equals(position.identity())) {
                return null;
            }
            OpenLog found = OpenLog.open(file);
            OpenLog.Head head = new OpenLog.Head(position.head(), position.headBytes());
            if (found.size() >= position.offset() && found.beginsWith(head)) {
                return found;
            }
            found.close();
            return null;
        } catch (NoSuchFileException gone) {
            return null;
        }
    }
}
