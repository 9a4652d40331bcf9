package io.genledger.app.container;

import io.genledger.app.Application;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.line.ShellWord;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Advice for a file that was given to a command that takes none of its kind. */
public final class FileAdvice {

    private FileAdvice() {}

    /**
     * What the file of that name looks like, and the command that takes it; empty if there is no
     * such file.
     */
    public static Optional<String> of(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(name);
            return Files.isDirectory(path)
                    ? Optional.of(folder(name))
                    : Files.isRegularFile(path) ? Optional.of(file(name, path)) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static String folder(String name) {
        return Sanitized.of(name)
                + " is a folder; to record the documents in it: genledger import "
                + ShellWord.of(name);
    }

    private static String file(String name, Path path) {
        String start = Sanitized.of(name) + " is a file";
        try (InputStream stream = Files.newInputStream(path)) {
            return start + advice(name, FileLook.at(stream, Application.documentReader()));
        } catch (IOException unreadable) {
            return start + ", which cannot be read";
        }
    }

    private static String advice(String name, FileLook look) {
        String word = ShellWord.of(name);
        Optional<String> kind =
                look.kind().map(FileAdvice::noun).or(() -> look.foreign().map(ForeignKind::noun));
        String looks = kind.map(noun -> "; it looks like " + noun).orElse("");
        return looks
                + (look.kind().isPresent() ? "; to record it: genledger import " + word : "")
                + "; to track the ids in it: genledger track --from "
                + word;
    }

    /** The kind of a document, for "it looks like …". */
    private static String noun(InputKind kind) {
        return switch (kind) {
            case RECORD -> "records of generations";
            case COMPLETION -> "completions";
            case STREAM -> "streamed completions";
            case VIDEO_JOB -> "video jobs";
            case BATCH -> "a batch";
            case ACTIVITY -> "OpenRouter's Activity CSV";
            case BROADCAST -> "deliveries of OpenRouter's Broadcast";
        };
    }
}
