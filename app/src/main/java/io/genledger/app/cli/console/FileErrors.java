package io.genledger.app.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the system says of a file, in words: of most of these, Java's message is the path alone. */
public final class FileErrors {

    private FileErrors() {}

    /** What is wrong, without the file's name. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException gone -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case NotDirectoryException file -> "not a folder";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> message(failure);
        };
    }

    /** The same with the file's name, if it is known. */
    static String sentence(IOException failure) {
        @Nullable String file =
                failure instanceof FileSystemException named ? named.getFile() : null;
        return Optional.ofNullable(file).map(name -> name + ": ").orElse("") + reason(failure);
    }

    private static String message(IOException failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
