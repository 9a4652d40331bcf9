package io.genledger.adapter.http.simulator.chance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table derived from recordings, kept beside the class that reads it. */
public final class Table {

    private Table() {}

    /** Its rows, cell by cell, without the comments that say where it comes from. */
    public static List<List<String>> rows(Class<?> reader, String name) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(reader.getResourceAsStream(name), name),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("our own resources cannot be read", unreadable);
        }
    }
}
