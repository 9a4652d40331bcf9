package io.genledger.adapter.sql.engine.trino;

import io.genledger.ports.lake.LakeUnavailableException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;

/**
 * Trino's JDBC driver. It is larger than most of the program, and few need it: it is read from a
 * file of its own.
 */
public final class TrinoDriver {

    /** The name of the driver's file. */
    public static final String FILE = "trino-jdbc-" + TrinoConnection.VERSION + ".jar";

    /** Where the driver is published. */
    public static final String SOURCE =
            "https://repo1.maven.org/maven2/io/trino/trino-jdbc/%s/%s"
                    .formatted(TrinoConnection.VERSION, FILE);

    private static final String CLASS = "io.trino.jdbc.TrinoDriver";

    private TrinoDriver() {}

    /**
     * Loads the driver.
     *
     * @throws LakeUnavailableException if there is no such file, or it is not the driver's; the
     *     message says where the driver comes from
     */
    public static Driver load(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new LakeUnavailableException(
                    "Trino's JDBC driver (12.8 MB, which only a lake needs) is not at %s; get it with: curl --create-dirs -o %s %s"
                            .formatted(jar, jar, SOURCE),
                    null);
        }
        try {
            URL[] classes = {jar.toUri().toURL()};
            // Never closed: the driver is used until the program ends.
            URLClassLoader loader = new URLClassLoader(classes, TrinoDriver.class.getClassLoader());
            return (Driver) loader.loadClass(CLASS).getConstructor().newInstance();
        } catch (ReflectiveOperationException | MalformedURLException | ClassCastException wrong) {
            throw new LakeUnavailableException(
                    "%s is not Trino's JDBC driver; get it with: curl -o %s %s"
                            .formatted(jar, jar, SOURCE),
                    wrong);
        }
    }
}
