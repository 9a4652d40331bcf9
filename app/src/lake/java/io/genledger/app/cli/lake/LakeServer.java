package io.genledger.app.cli.lake;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.util.Locale;

/** A server that {@code .ci/lake} has started, and that a test may end as a loss of power does. */
enum LakeServer {
    TRINO,

    /** The PostgreSQL of the Iceberg catalog. */
    CATALOG;

    /** Ends it at once; returns when it is gone. */
    void kill() throws IOException, InterruptedException {
        control("kill");
    }

    /** Starts it if it does not run; returns when it answers. */
    void start() throws IOException, InterruptedException {
        control("start");
    }

    private void control(String what) throws IOException, InterruptedException {
        String script = LakePlace.setting("GENLEDGER_LAKE_CONTROL");
        File output = new File(script + ".out");
        int exitCode =
                new ProcessBuilder("bash", script, what, name().toLowerCase(Locale.ROOT))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(output))
                        .start()
                        .waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(
                    what + " " + this + ": " + Files.readString(output.toPath()));
        }
    }
}
