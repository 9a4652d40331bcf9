package io.genledger.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.sample.Sample;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

    @Test
    void keepsEveryDigitBesideWhatItPosts() {
        Generation generation = Sample.silent().with(Sample.credits("2.5e-12")).build();
        LedgerEntry entry = LedgerEntry.of(generation);

        assertThat(entry)
                .isEqualTo(
                        new LedgerEntry(
                                generation, Posting.of(generation), ContentDigest.of(generation)));
        assertThat(entry.id()).isEqualTo(generation.id());
    }
}
