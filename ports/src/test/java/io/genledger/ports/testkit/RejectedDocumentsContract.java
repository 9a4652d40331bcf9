package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contract of {@link RejectedDocuments}. */
public abstract class RejectedDocumentsContract {

    /** Rejected documents and what they have kept. */
    public interface Fixture {

        /** The implementation under test. */
        RejectedDocuments documents();

        /** All kept documents in order, a line end after each; no document is kept afterwards. */
        byte[] keptBytes() throws IOException;
    }

    /** Rejected documents that have kept nothing. */
    protected abstract Fixture emptyFixture() throws IOException;

    @Test
    void keepsNothingAtFirst() throws IOException {
        Fixture fixture = emptyFixture();
        fixture.documents().commit();

        assertThat(fixture.documents().kept()).isEqualTo(RejectsKept.NONE);
        assertThat(fixture.keptBytes()).isEmpty();
    }

    @Test
    void keepsBytesUnchanged() throws IOException {
        Fixture fixture = emptyFixture();
        keep(fixture, new byte[] {'{', 0, (byte) 0xff, '\r', '\n', '"'});
        fixture.documents().commit();

        assertThat(fixture.keptBytes())
                .isEqualTo(new byte[] {'{', 0, (byte) 0xff, '\r', '\n', '"', '\n'});
    }

    @Test
    void appendsPiecesInOrder() throws IOException {
        Fixture fixture = emptyFixture();
        keep(fixture, bytes("o"), bytes(""), bytes("n"), bytes("e"));
        keep(fixture, bytes("two"));
        fixture.documents().commit();

        assertThat(text(fixture)).isEqualTo("one\ntwo\n");
    }

    @Test
    void endsEachDocumentWithOneLineEnd() throws IOException {
        Fixture fixture = emptyFixture();
        keep(fixture, bytes("line"), bytes("\n"));
        keep(fixture, bytes("{\n}"));
        fixture.documents().commit();
        keep(fixture, bytes("last\n"));
        fixture.documents().commit();

        assertThat(text(fixture)).isEqualTo("line\n{\n}\nlast\n");
    }

    @Test
    void keepsTheBytesOfTheCallAlthoughTheArrayChangesLater() throws IOException {
        byte[] buffer = {'a', 'b'};
        Fixture fixture = emptyFixture();
        keep(fixture, buffer);
        Arrays.fill(buffer, (byte) '?');
        fixture.documents().commit();

        assertThat(text(fixture)).isEqualTo("ab\n");
    }

    @Test
    void countsWhatIsCommitted() throws IOException {
        Fixture fixture = emptyFixture();
        keep(fixture, bytes("one"));
        keep(fixture, bytes("two"));

        assertThat(fixture.documents().kept()).isEqualTo(RejectsKept.NONE);
        fixture.documents().commit();
        assertThat(fixture.documents().kept().documents()).isEqualTo(2);
        fixture.documents().commit();
        assertThat(fixture.documents().kept().documents()).isEqualTo(2);
        assertThat(text(fixture)).isEqualTo("one\ntwo\n");
    }

    @Test
    void keepsManyDocuments() throws IOException {
        Random random = new Random(20251106);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        Fixture fixture = emptyFixture();
        for (int i = 0; i < 1_000; i++) {
            byte[] piece = new byte[random.nextInt(20_000)];
            random.nextBytes(piece);
            keep(fixture, piece, piece, bytes("}"));
            expected.writeBytes(piece);
            expected.writeBytes(piece);
            expected.writeBytes(bytes("}\n"));
        }
        fixture.documents().commit();

        assertThat(fixture.documents().kept()).isEqualTo(new RejectsKept(1_000, 0, List.of()));
        assertThat(fixture.keptBytes()).isEqualTo(expected.toByteArray());
    }

    private static void keep(Fixture fixture, byte[]... pieces) throws IOException {
        fixture.documents().begin(new Rejection("a", 1, Optional.empty(), "unreadable"));
        for (byte[] piece : pieces) {
            fixture.documents().append(piece);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Fixture fixture) throws IOException {
        return new String(fixture.keptBytes(), StandardCharsets.UTF_8);
    }
}
