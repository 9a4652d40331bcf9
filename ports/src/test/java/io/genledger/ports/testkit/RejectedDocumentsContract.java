package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.document.RejectedDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contract of {@link RejectedDocuments}. */
public abstract class RejectedDocumentsContract {

    /** Rejected documents and what they have kept. */
    public interface Fixture {

        /** The implementation under test. */
        RejectedDocuments documents();

        /** All kept bytes; no document is kept afterwards. */
        byte[] kept() throws IOException;
    }

    /** Rejected documents that have kept nothing. */
    protected abstract Fixture emptyFixture() throws IOException;

    @Test
    void keepsNothingAtFirst() throws IOException {
        assertThat(emptyFixture().kept()).isEmpty();
    }

    @Test
    void keepsBytesUnchanged() throws IOException {
        byte[] bytes = {'{', 0, (byte) 0xff, '\r', '\n', '"'};
        Fixture fixture = emptyFixture();
        fixture.documents().keep(bytes);

        assertThat(fixture.kept()).isEqualTo(bytes);
    }

    @Test
    void appendsInOrder() throws IOException {
        Fixture fixture = emptyFixture();
        for (String piece : new String[] {"one", "", "\n", "two"}) {
            fixture.documents().keep(piece.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(fixture.kept()).isEqualTo("one\ntwo".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsTheBytesOfTheCallAlthoughTheArrayChangesLater() throws IOException {
        byte[] buffer = {'a', 'b'};
        Fixture fixture = emptyFixture();
        fixture.documents().keep(buffer);
        Arrays.fill(buffer, (byte) '?');

        assertThat(fixture.kept()).isEqualTo(new byte[] {'a', 'b'});
    }

    @Test
    void keepsManyPieces() throws IOException {
        Random random = new Random(20251106);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        Fixture fixture = emptyFixture();
        for (int i = 0; i < 1_000; i++) {
            byte[] piece = new byte[random.nextInt(2_000)];
            random.nextBytes(piece);
            expected.writeBytes(piece);
            fixture.documents().keep(piece);
        }

        assertThat(fixture.kept()).isEqualTo(expected.toByteArray());
    }
}
