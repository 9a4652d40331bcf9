package io.genledger.adapter.http.simulator.random;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads a table of tab-separated values from a resource of this module. */
public final class TsvTable {

    private TsvTable() {}

    /**
     * The rows as lists of cells, without lines that begin with {@code #}.
     *
     * @param neighbour a class in the package of the resource
     * @param name the resource's file name
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<List<String>> rows(Class<?> neighbour, String name) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(neighbour.getResourceAsStream(name), name),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the resource " + name, unreadable);
        }
    }
}
