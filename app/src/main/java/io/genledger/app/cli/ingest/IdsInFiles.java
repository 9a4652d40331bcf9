package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.container.Containers;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.usecase.intake.files.ImportFiles;
import io.genledger.ports.usecase.track.TrackGenerations;
import io.genledger.ports.usecase.track.TrackInBatches;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Tracks the ids in files, in batches, because neither files nor ids need to fit into memory. */
final class IdsInFiles implements ImportFiles.Visitor {

    private final TrackInBatches batches;
    private final Console console;
    private boolean isComplete = true;

    IdsInFiles(TrackGenerations track, Console console) {
        this.batches = new TrackInBatches(track);
        this.console = console;
    }

    /**
     * Tracks the ids in {@code files}.
     *
     * @param names what the user named
     */
    Tracked track(List<String> names, List<InputFile> files) throws IOException {
        Containers containers = new Containers();
        for (InputFile file : files) {
            try (InputStream stream = file.open()) {
                containers.open(file.name(), stream, this);
            }
        }
        Tracked tracked = batches.end();
        if (tracked.equals(Tracked.NOTHING)) {
            console.note(Sanitized.of(String.join(", ", names)) + ": no generation id in it");
        }
        return tracked;
    }

    /** Whether all files could be read to their end. */
    boolean isComplete() {
        return isComplete;
    }

    @Override
    public void file(String name, InputStream stream) throws IOException {
        GenerationIdScanner.scan(InputFile.text(stream), batches);
    }

    @Override
    public void unreadable(String name, String reason) {
        isComplete = false;
        console.note(Sanitized.of(name + ": " + reason));
    }
}
