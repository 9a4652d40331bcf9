package io.genledger.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.finding.Expectations;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.sample.Sample;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

    @Test
    void keepsEveryDigitBesideWhatItPosts() {
        Generation generation = Sample.silent().with(Sample.credits("2.5e-12")).build();
        LedgerEntry entry = LedgerEntry.of(generation);

        assertThat(entry)
                .isEqualTo(
                        new LedgerEntry(
                                generation,
                                Posting.of(generation),
                                ContentDigest.of(generation),
                                RecordedFindings.of(generation, Expectations.STANDARD)));
        assertThat(entry.id()).isEqualTo(generation.id());
    }

    @Test
    void isInlineIfTheCompletionStatesIt() {
        DocumentShape completion = new DocumentShape(DocumentKind.COMPLETION, Set.of(), Map.of());

        assertThat(LedgerEntry.of(Sample.silent().build()).isProvisional()).isFalse();
        assertThat(LedgerEntry.of(Sample.silent().with(completion).build()).isProvisional())
                .isTrue();
    }

    @Test
    void isCreatedInAMicrosecond() {
        Instant created = Instant.parse("2025-08-20T08:02:08.519552999Z");
        LedgerEntry entry =
                LedgerEntry.of(Sample.silent().with(CreationTime.recorded(created)).build());

        assertThat(entry.createdAt()).isEqualTo(Instant.parse("2025-08-20T08:02:08.519552Z"));
        assertThat(entry.generation().created().at()).isEqualTo(created);
    }

    @Test
    void isOfTheCallersSpendRule() {
        Generation generation =
                Sample.silent().with(Sample.charges(true, "1", null, "2", null)).build();
        SpendRule unpriced = SpendRule.pricingByok(byok -> Optional.empty());

        assertThat(LedgerEntry.of(generation, unpriced))
                .isEqualTo(
                        new LedgerEntry(
                                generation,
                                Posting.of(generation, unpriced),
                                ContentDigest.of(generation),
                                RecordedFindings.of(
                                        generation,
                                        Expectations.STANDARD.withSpendRule(unpriced))));
        assertThat(LedgerEntry.of(generation, unpriced).posting().spend()).isEmpty();
    }
}
