package io.genledger.adapter.sql.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scripts of one database system by the schema version that each leads to. The first one starts
 * from an empty database.
 *
 * @param files names below {@code /db/migration}, such as {@code V5__queue_indexes.sql}
 */
public record MigrationScripts(SortedMap<Integer, List<String>> files) {

    /** Keeps a copy that cannot be changed. */
    public MigrationScripts {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Orders scripts by the version in their names.
     *
     * @param files names such as {@code V5__queue_indexes.sql}, with or without a folder
     */
    public static MigrationScripts of(String... files) {
        TreeMap<Integer, List<String>> byVersion = new TreeMap<>();
        Arrays.stream(files)
                .forEach(file -> byVersion.computeIfAbsent(versionIn(file), first -> new ArrayList<>()).add(file));
        return new MigrationScripts(byVersion);
    }

    private static int versionIn(String file) {
        return Integer.parseInt(file.substring(file.lastIndexOf('V') + 1, file.indexOf("__")));
    }

    /** The newest schema version. */
    public int newest() {
        return files.lastKey();
    }

    /** The scripts that lead on from {@code version}, in order. */
    SortedMap<Integer, List<String>> after(int version) {
        return files.tailMap(version + 1);
    }

    /** The SQL of one script. */
    static String read(String file) {
        String path = "/db/migration/" + file;
        try (InputStream script = MigrationScripts.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(script, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
