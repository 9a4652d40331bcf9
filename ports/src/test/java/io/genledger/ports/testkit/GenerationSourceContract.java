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

/** The contract of {@link GenerationSource}. */
public abstract class GenerationSourceContract {

    /** An id whose record the source has; {@link #KNOWN_BODY} is its document. */
    protected static final GenerationId KNOWN = SampleGenerations.id(1);

    /** An id with characters that a URL must escape; its document is {@link #KNOWN_BODY}, too. */
    protected static final GenerationId AWKWARD = new GenerationId("a/b?c=d&e#f%2F+\"<>");

    /** An id that the source has no record of. */
    protected static final GenerationId UNKNOWN = SampleGenerations.id(404);

    /** The body that the source returns for {@link #KNOWN} and {@link #AWKWARD}. */
    protected static final byte[] KNOWN_BODY =
            "{\"data\": {\"usage\": 0.0018599999999999999, \"name\": \"ü\"}}\n"
                    .getBytes(StandardCharsets.UTF_8);

    /** An available source with records of {@link #KNOWN} and {@link #AWKWARD} only. */
    protected abstract GenerationSource source();

    /** A source that cannot be reached. */
    protected abstract GenerationSource unreachableSource();

    /** A source that refuses every request. */
    protected abstract GenerationSource refusingSource();

    @Test
    void returnsTheDocumentOfAKnownIdByteForByte() {
        assertThat(documentOf(KNOWN).bytes()).isEqualTo(KNOWN_BODY);
    }

    @Test
    void theDocumentStatesTheRequestedId() {
        assertThat(documentOf(KNOWN).requested()).isEqualTo(Optional.of(KNOWN));
    }

    @Test
    void requestsAnyIdUnchanged() {
        assertThat(documentOf(AWKWARD).bytes()).isEqualTo(KNOWN_BODY);
    }

    @Test
    void anUnknownIdIsNotFound() {
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
