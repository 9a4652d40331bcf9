package io.genledger.app.export.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The parts of an export that get their names when all are complete. */
public interface Targets extends Parts, AutoCloseable {

    /** Ends the last part, and gives all of them their names. */
    void publish() throws IOException;

    /** Their names in order. */
    List<Path> paths();

    /** Removes what has no name yet. */
    @Override
    void close() throws IOException;
}
