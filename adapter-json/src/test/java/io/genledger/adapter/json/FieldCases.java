package io.genledger.adapter.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files as users have them, byte for byte; their sources are in {@code field/PROVENANCE.tsv}. */
public final class FieldCases {

    private FieldCases() {}

    /** The text of a file in {@code field/}. */
    public static String text(String file) {
        try (InputStream stream = FieldCases.class.getResourceAsStream("field/" + file)) {
            return new String(
                    Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
