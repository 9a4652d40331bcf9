package io.genledger.app.cli.config;

import io.genledger.app.cli.console.Console;
import io.genledger.app.option.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where config files are expected.
 *
 * @param project the project's file: {@code genledger.toml} in the working folder or the nearest
 *     folder above it, not above the home folder; empty if there is none
 * @param user the user's file, which need not exist; empty if there is no home folder
 */
record ConfigFiles(Optional<Path> project, Optional<Path> user) {

    /**
     * Looks for the files.
     *
     * @throws UsageException if other users could have written the project's file
     */
    static ConfigFiles of(Console console, Path folder) {
        Optional<Path> home =
                Optional.of(console.variable("HOME").orElse(System.getProperty("user.home")))
                        .map(Path::of)
                        .filter(Path::isAbsolute);
        Optional<Path> configs =
                console.variable("XDG_CONFIG_HOME")
                        .map(Path::of)
                        .filter(Path::isAbsolute)
                        .or(() -> home.map(path -> path.resolve(".config")));
        return new ConfigFiles(
                nearest(folder.toAbsolutePath().normalize(), home),
                configs.map(path -> path.resolve("genledger").resolve("config.toml")));
    }

    private static Optional<Path> nearest(Path folder, Optional<Path> home) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path file = at.resolve("genledger.toml");
            if (Files.exists(file)) {
                FileTrust.require(file);
                return Optional.of(file);
            }
            if (home.filter(at::equals).isPresent()) {
                break;
            }
        }
        return Optional.empty();
    }
}
