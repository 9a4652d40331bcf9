package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.testkit.RecordedContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** What a reader finds in a text. */
final class Read {

    private Read() {}

    static RecordedContents contents(String text) throws IOException {
        RecordedContents contents = new RecordedContents();
        read(new ByteArrayInputStream(text.getBytes(UTF_8)), contents);
        return contents;
    }

    static List<String> text(String text) throws IOException {
        return contents(text).all();
    }

    static void read(InputStream stream, RecordedContents contents) throws IOException {
        new JacksonDocumentReader()
                .read(stream, () -> Instant.parse("2026-11-30T00:00:00Z"), contents);
    }

    /** The generations with their cost, such as {@code gen-1=0.5}, {@code ?} if it is unknown. */
    static List<String> costs(RecordedContents contents) {
        return contents.generations().stream().map(Read::cost).toList();
    }

    private static String cost(Generation generation) {
        return generation.id()
                + "="
                + generation.charges().usage().map(UsdAmount::toString).orElse("?");
    }
}
