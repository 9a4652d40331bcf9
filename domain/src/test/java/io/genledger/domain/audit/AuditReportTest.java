package io.genledger.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditReportTest {

    private static final long SEED = 20261125;

    @Test
    void aGroupSumsKnownAmountsAtStakeAndCountsUnknownOnes() {
        FindingGroup group =
                group("gen-b", "odd", Severity.INFO, "0.25")
                        .plus(group("gen-a", "odd", Severity.WARNING, null))
                        .plus(group("gen-c", "odd", Severity.INFO, "0.5"));

        assertThat(group.count()).isEqualTo(3);
        assertThat(group.atStake()).isEqualTo(UsdAmount.of("0.75"));
        assertThat(group.atStakeUnknown()).isEqualTo(1);
        assertThat(group.severity()).isEqualTo(Severity.WARNING);
        assertThat(group.examples())
                .extracting(example -> example.id().value())
                .containsExactly("gen-a", "gen-b", "gen-c");
    }

    @Test
    void theOrderInWhichALedgerIsReadChangesNothing() {
        Random random = new Random(SEED);
        List<FindingGroup> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Severity severity = random.nextBoolean() ? Severity.INFO : Severity.ERROR;
            all.add(group("gen-" + random.nextInt(30), "odd", severity, "0." + i));
        }
        FindingGroup whole = sum(all);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(all, random);
            int cut = 1 + random.nextInt(all.size() - 1);

            assertThat(sum(all.subList(0, cut)).plus(sum(all.subList(cut, all.size()))))
                    .as("seed %d", SEED)
                    .isEqualTo(whole);
        }
        assertThat(whole.examples()).hasSize(FindingGroup.EXAMPLES);
    }

    @Test
    void anExampleIsNamedOnce() {
        FindingGroup one = group("gen-a", "odd", Severity.INFO, "1");

        assertThat(one.plus(one).examples()).hasSize(1);
        assertThat(one.plus(one).count()).isEqualTo(2);
    }

    @Test
    void theEarliestAreExamples() {
        FindingGroup group =
                Stream.of("gen-4 9", "gen-3 1", "gen-1 5", "gen-2 5")
                        .map(text -> text.split(" "))
                        .map(parts ->
                                new FindingExample(
                                        Instant.ofEpochSecond(Long.parseLong(parts[1])),
                                        new GenerationId(parts[0])))
                        .map(example -> FindingGroup.of(example, finding("odd", "odd")))
                        .reduce(FindingGroup::plus)
                        .orElseThrow();

        assertThat(group.examples())
                .extracting(example -> example.id().value())
                .containsExactly("gen-3", "gen-1", "gen-2");
    }

    @Test
    void differentCodesDoNotAddUp() {
        FindingGroup odd = group("gen-a", "odd", Severity.INFO, "1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> odd.plus(group("gen-a", "even", Severity.INFO, "1")))
                .withMessage("cannot add findings odd and even");
    }

    @Test
    void oneCodeHasOneSentenceInAnyOrder() {
        FindingGroup one = FindingGroup.of(example("a"), finding("odd", "first"));
        FindingGroup other = FindingGroup.of(example("b"), finding("odd", "second"));

        assertThat(one.plus(other).sentence()).isEqualTo("first");
        assertThat(other.plus(one).sentence()).isEqualTo("first");
    }

    @Test
    void theGravestComesFirstThenTheMostFrequent() {
        FindingGroup rare = group("gen-a", "rare", Severity.WARNING, null);
        FindingGroup also = group("gen-a", "also", Severity.WARNING, null);
        FindingGroup often =
                group("gen-a", "often", Severity.WARNING, null)
                        .plus(group("gen-b", "often", Severity.WARNING, null));
        FindingGroup grave = group("gen-a", "grave", Severity.ERROR, null);
        FindingGroup light = group("gen-a", "light", Severity.INFO, null);

        assertThat(AuditReport.of(2, 0, List.of(light, rare, often, grave, also)).groups())
                .extracting(FindingGroup::code)
                .containsExactly("grave", "often", "also", "rare", "light");
    }

    @Test
    void knowsWhetherSomethingGraveEnoughStands() {
        AuditReport report =
                AuditReport.of(1, 0, List.of(group("gen-a", "odd", Severity.WARNING, null)));

        assertThat(report.hasAtLeast(Severity.INFO)).isTrue();
        assertThat(report.hasAtLeast(Severity.WARNING)).isTrue();
        assertThat(report.hasAtLeast(Severity.ERROR)).isFalse();
        assertThat(AuditReport.of(1, 0, List.of()).hasAtLeast(Severity.INFO)).isFalse();
    }

    private static FindingGroup sum(List<FindingGroup> groups) {
        return groups.stream().reduce(FindingGroup::plus).orElseThrow();
    }

    private static FindingGroup group(
            String id, String code, Severity severity, @Nullable String atStake) {
        return FindingGroup.of(
                example(id),
                new Finding(
                        code,
                        severity,
                        "a sentence",
                        Set.of(),
                        Optional.ofNullable(atStake).map(UsdAmount::of)));
    }

    private static FindingExample example(String id) {
        return new FindingExample(Instant.EPOCH, new GenerationId(id));
    }

    private static Finding finding(String code, String sentence) {
        return new Finding(code, Severity.INFO, sentence, Set.of(), Optional.empty());
    }
}
