package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link GenerationSource} promises. */
public abstract class GenerationSourceContract {

    /** An id that the source knows; {@link #KNOWN_BODY} is its document. */
    protected static final GenerationId KNOWN = SampleGenerations.id(1);

    /** An id that needs care in a URL and has a document all the same. */
    protected static final GenerationId AWKWARD = new GenerationId("a/b?c=d&e#f%2F+\"<>");

    /** An id that the source does not know. */
    protected static final GenerationId UNKNOWN = SampleGenerations.id(404);

    /** What the source answers for {@link #KNOWN} and {@link #AWKWARD}, byte for byte. */
    protected static final byte[] KNOWN_BODY =
            "{\"data\": {\"usage\": 0.0018599999999999999, \"name\": \"ü\"}}\n"
                    .getBytes(StandardCharsets.UTF_8);

    /** A source in order, which knows {@link #KNOWN} and {@link #AWKWARD} only. */
    protected abstract GenerationSource source();

    /** A source that nobody can reach. */
    protected abstract GenerationSource unreachableSource();

    /** A source that does not accept the caller. */
    protected abstract GenerationSource refusingSource();

    @Test
    void bringsTheDocumentOfAKnownIdByteForByte() {
        assertThat(documentOf(KNOWN).bytes()).isEqualTo(KNOWN_BODY);
    }

    @Test
    void remembersWhichIdWasAskedFor() {
        assertThat(documentOf(KNOWN).requested()).isEqualTo(Optional.of(KNOWN));
    }

    @Test
    void asksForAnyIdJustAsItIs() {
        assertThat(documentOf(AWKWARD).bytes()).isEqualTo(KNOWN_BODY);
    }

    @Test
    void saysThatItDoesNotKnowAnId() {
        FetchOutcome outcome = source().fetch(UNKNOWN);

        assertThat(outcome).isInstanceOf(FetchOutcome.NotFound.class);
        assertThat(((FetchOutcome.NotFound) outcome).id()).isEqualTo(UNKNOWN);
    }

    @Test
    void anOutageIsNeverNotFound() {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> unreachableSource().fetch(KNOWN));
    }

    @Test
    void aRefusalIsNeverNotFound() {
        assertThatExceptionOfType(SourceRefusedException.class)
                .isThrownBy(() -> refusingSource().fetch(UNKNOWN));
    }

    private MetadataDocument documentOf(GenerationId id) {
        return source().fetch(id)
                .fold(
                        FetchOutcome.Found::document,
                        unknown -> fail("unknown: " + unknown.message()),
                        rejected -> fail("rejected: " + rejected.message()));
    }
}
