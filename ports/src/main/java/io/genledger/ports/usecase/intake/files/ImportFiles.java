package io.genledger.ports.usecase.intake.files;

import java.io.IOException;
import java.io.InputStream;

/** The files of an import, which may lie in folders or containers. */
@FunctionalInterface
public interface ImportFiles {

    /**
     * Opens one file after the other.
     *
     * @throws IOException if a file cannot be read, which ends the import, or {@code files} throws
     *     it
     */
    void forEach(Visitor files) throws IOException;

    /** The one file of that name. */
    static ImportFiles of(String name, InputStream stream) {
        return files -> files.file(name, stream);
    }

    /** Receives the files. */
    interface Visitor {

        /**
         * A file.
         *
         * @param name its name in messages
         * @param stream its bytes, not closed here; valid until this method returns
         * @throws UnreadableFileException if the stream throws it; what was read before counts
         */
        void file(String name, InputStream stream) throws IOException;

        /**
         * A file that cannot be read, or not to its end, which does not end the import.
         *
         * @param reason what was expected and what was found, and what to do
         */
        void unreadable(String name, String reason);
    }
}
