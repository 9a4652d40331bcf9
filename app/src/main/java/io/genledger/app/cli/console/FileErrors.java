package io.genledger.app.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Errors of files in words; the messages of most such exceptions are only the path. */
public final class FileErrors {

    private FileErrors() {}

    /** The reason, without the file's name. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException gone -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException present -> "exists and is not overwritten";
            case NotDirectoryException file -> "not a folder";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> message(failure);
        };
    }

    /** The reason after the file's name, if that is known. */
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
