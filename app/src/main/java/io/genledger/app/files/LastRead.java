package io.genledger.app.files;

import io.genledger.ports.TextPosition;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the file again that was read last. */
final class LastRead {

    private LastRead() {}

    /**
     * Under its name, or beside it, where a rotation has put it, or a copy that was made of it
     * before it was cut off; else none.
     */
    static @Nullable OpenLog find(Path log, TextPosition position) throws IOException {
        OpenLog same = findSame(log, position);
        // Any file begins like one of which nothing was seen.
        return same == null && position.headBytes() > 0 ? findCopy(log, position) : same;
    }

    private static @Nullable OpenLog findSame(Path log, TextPosition position) throws IOException {
        OpenLog named = openIfSame(log, position);
        if (named != null) {
            return named;
        }
        for (Path path : Rotated.beside(log)) {
            OpenLog found = openIfSame(path, position);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable OpenLog findCopy(Path log, TextPosition position) throws IOException {
        List<Rotated> all = Rotated.of(log);
        for (Rotated candidate : all) {
            OpenLog found = openIfRead(candidate.path(), position);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable OpenLog openIfSame(Path path, TextPosition position)
            throws IOException {
        try {
            return OpenLog.identityOf(path).equals(position.identity())
                    ? openIfRead(path, position)
                    : null;
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    private static @Nullable OpenLog openIfRead(Path path, TextPosition position)
            throws IOException {
        try {
            OpenLog found = OpenLog.open(path);
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
