package io.genledger.adapter.sql.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scripts of one database system, as names below {@code /db/migration}.
 *
 * @param earlier the scripts that change the tables of a version before {@code create}, by the
 *     version that each leads to, in the database's own types
 * @param before renames the tables of the last of these versions
 * @param create creates all tables anew
 * @param after copies the renamed tables that need no decoding
 * @param later the scripts that change the tables of {@code create} in place, by the version that
 *     they lead to
 */
public record MigrationScripts(
        SortedMap<Integer, String> earlier,
        List<String> before,
        List<String> create,
        List<String> after,
        SortedMap<Integer, List<String>> later) {

    /** Copies the scripts. */
    public MigrationScripts {
        earlier = Collections.unmodifiableSortedMap(new TreeMap<>(earlier));
        before = List.copyOf(before);
        create = List.copyOf(create);
        after = List.copyOf(after);
        later = Collections.unmodifiableSortedMap(new TreeMap<>(later));
    }

    /** Orders scripts by the version in their names, such as {@code V5__queue_indexes.sql}. */
    public static SortedMap<Integer, String> byVersion(String... files) {
        TreeMap<Integer, String> byVersion = new TreeMap<>();
        for (String file : files) {
            byVersion.put(versionIn(file), file);
        }
        return byVersion;
    }

    private static int versionIn(String file) {
        return Integer.parseInt(file.substring(file.lastIndexOf('V') + 1, file.indexOf("__")));
    }

    /** The version whose tables were created anew. */
    int created() {
        return versionIn(create.get(0));
    }

    /** The newest schema version. */
    public int newest() {
        return later.isEmpty() ? created() : later.lastKey();
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
