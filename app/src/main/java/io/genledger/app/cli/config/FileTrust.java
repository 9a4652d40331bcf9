package io.genledger.app.cli.config;

import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.option.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;

/** Tells files that only this user and root write from those that other users can write. */
final class FileTrust {

    private static final int ROOT = 0;

    /** On Linux, the folder of this process, which belongs to the user who runs it. */
    private static final Path PROCESS = Path.of("/proc/self");

    private FileTrust() {}

    /**
     * Checks a file and the folder that it is in, on a system with POSIX permissions.
     *
     * @throws UsageException if one of them belongs to a user who is neither this one nor root, can
     *     be written by all users, or cannot be examined
     */
    static void require(Path file) {
        try {
            require(file, file);
            require(file, file.toAbsolutePath().resolveSibling("."));
        } catch (IOException broken) {
            throw new UsageException(file + ": " + FileErrors.reason(broken));
        }
    }

    private static void require(Path file, Path part) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        String place = part.equals(file) ? "it" : "its folder";
        if (!isRoots(part) && !view.getOwner().equals(thisUser())) {
            throw refusal(file, place + " belongs to the user " + view.getOwner().getName());
        }
        if (view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw refusal(file, place + " can be written by all users");
        }
    }

    private static boolean isRoots(Path part) throws IOException {
        return Files.getAttribute(part, "unix:uid").equals(ROOT);
    }

    private static UserPrincipal thisUser() throws IOException {
        return Files.exists(PROCESS)
                ? Files.getOwner(PROCESS)
                : PROCESS.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
    }

    private static UsageException refusal(Path file, String reason) {
        return new UsageException(
                "%s: this config file is not obeyed, because %s; change that, or run genledger in"
                                .formatted(file, reason)
                        + " another folder");
    }
}
