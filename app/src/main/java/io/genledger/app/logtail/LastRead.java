package io.genledger.app.logtail;

import io.genledger.ports.tail.TailPosition;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the file that was read last, also after a rotation. */
final class LastRead {

    private LastRead() {}

    /**
     * The file under the log's name or renamed beside it, else a copy that was made before it was
     * truncated; {@code null} if there is none.
     */
    static @Nullable Reading find(Path log, TailPosition position) throws IOException {
        Reading same = findSame(log, position);
        // An empty head would match every file.
        return same == null && position.headBytes() > 0 ? findCopy(log, position) : same;
    }

    private static @Nullable Reading findSame(Path log, TailPosition position) throws IOException {
        Reading named = openIfSame(log, position);
        if (named != null) {
            return named;
        }
        for (Path path : Rotated.beside(log)) {
            Reading found = openIfSame(path, position);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Reading findCopy(Path log, TailPosition position) throws IOException {
        for (Rotated candidate : Rotated.of(log)) {
            Reading found = openIfCopy(candidate.path(), position);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Reading openIfCopy(Path path, TailPosition position)
            throws IOException {
        try {
            return openIfRead(path, position);
        } catch (AccessDeniedException notOurs) {
            // Not the copy: a copy of a readable file is readable.
            return null;
        }
    }

    private static @Nullable Reading openIfSame(Path path, TailPosition position)
            throws IOException {
        try {
            return OpenLog.identityOf(path).equals(position.identity())
                    ? openIfRead(path, position)
                    : null;
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    private static @Nullable Reading openIfRead(Path path, TailPosition position)
            throws IOException {
        try {
            Reading found = Reading.from(position, OpenLog.open(path));
            if (!found.wasTruncated()) {
                return found;
            }
            found.close();
            return null;
        } catch (NoSuchFileException gone) {
            return null;
        }
    }
}
