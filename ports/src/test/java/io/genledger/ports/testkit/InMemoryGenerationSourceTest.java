package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.source.GenerationSource;
import org.junit.jupiter.api.Test;

class InMemoryGenerationSourceTest extends GenerationSourceContract {

    @Override
    protected GenerationSource source() {
        return new InMemoryGenerationSource().add(KNOWN, KNOWN_BODY).add(AWKWARD, KNOWN_BODY);
    }

    @Override
    protected GenerationSource unreachableSource() {
        return InMemoryGenerationSource.unreachable();
    }

    @Override
    protected GenerationSource refusingSource() {
        return InMemoryGenerationSource.refusing();
    }

    @Test
    void listsTheRequestedIds() {
        InMemoryGenerationSource source = new InMemoryGenerationSource().add(KNOWN, KNOWN_BODY);
        source.fetch(UNKNOWN);
        source.fetch(KNOWN);

        assertThat(source.requests()).containsExactly(UNKNOWN, KNOWN);
    }
}
