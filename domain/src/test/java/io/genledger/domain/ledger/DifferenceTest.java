package io.genledger.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.Charges;
import io.genledger.domain.sample.Sample;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Generation COMPLETE = Sample.complete().build();
    private static final Generation SILENT = Sample.silent().build();

    @Test
    void thereIsNoneBetweenEquals() {
        assertThat(Difference.between(COMPLETE, Sample.complete().build())).isEmpty();
    }

    @Test
    void namesWhatChangedAndFromWhatToWhat() {
        Generation cheap = Sample.silent().with(Sample.credits("0.01")).build();
        Generation dear = Sample.silent().with(Sample.credits("0.020")).build();

        assertThat(Difference.between(cheap, dear))
                .containsExactly(
                        new Difference("usage", Optional.of("0.01"), Optional.of("0.02")),
                        new Difference("total_cost", Optional.of("0.01"), Optional.of("0.02")));
    }

    @Test
    void tellsWhatWasSaidForTheFirstTimeAndWhatIsSaidNoMore() {
        Generation silent = Sample.silent().with(Charges.UNREPORTED).build();
        Generation charged = Sample.silent().with(Sample.credits("1")).build();

        assertThat(Difference.between(silent, charged))
                .contains(new Difference("usage", Optional.empty(), Optional.of("1")));
        assertThat(Difference.between(charged, silent))
                .contains(new Difference("usage", Optional.of("1"), Optional.empty()));
    }

    @Test
    void everyFieldCounts() {
        assertThat(Difference.between(SILENT, COMPLETE))
                .extracting(Difference::field)
                .containsAll(statedBy(COMPLETE, SILENT));
    }

    private static Iterable<String> statedBy(Generation one, Generation notOther) {
        return Arrays.stream(MetadataField.values())
                .filter(field -> !field.textIn(one).equals(field.textIn(notOther)))
                .map(MetadataField::wireName)
                .toList();
    }

    @Test
    void undocumentedFieldsCountToo() {
        assertThat(
                        Difference.between(
                                knowing(Map.of("a", "1", "b", "2")), knowing(Map.of("b", "3"))))
                .containsExactly(
                        new Difference("a", Optional.of("1"), Optional.empty()),
                        new Difference("b", Optional.of("2"), Optional.of("3")));
    }

    @Test
    void absentAndNullAreNoDifference() {
        Generation absent =
                Sample.silent()
                        .with(
                                new DocumentShape(
                                        DocumentKind.METADATA,
                                        Set.of(MetadataField.ROUTER),
                                        Map.of()))
                        .build();

        assertThat(Difference.between(SILENT, absent)).isEmpty();
    }

    private static Generation knowing(Map<String, String> unknown) {
        return Sample.silent()
                .with(new DocumentShape(DocumentKind.METADATA, Set.of(), unknown))
                .build();
    }
}
