package io.genledger.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.sample.RandomGenerations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ledgers keep findings with the version of their rules: other findings need another version. */
class RulesVersionTest {

    /** The digest of what the rules of each version find in the same generations. */
    private static final Map<Integer, String> FOUND =
            Map.of(2, "e81c888b947d829ab8f3256745431d296b2342c34c43f77e878e9cdd73dc2624");

    private static final List<Generation> GENERATIONS = new RandomGenerations(1).next(3_000);

    @Test
    void theRulesFindTheSameUntilTheirVersionGrows() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Generation generation : GENERATIONS) {
            digest.update(line(generation).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .as(
                        "a rule finds something else: raise StandardFindings.RULES_VERSION and add"
                                + " the digest of the new version here")
                .isEqualTo(FOUND.get(StandardFindings.RULES_VERSION));
    }

    /** Otherwise the digest would not notice a change of the missing rule. */
    @Test
    void eachRuleFindsSomethingInThem() {
        Set<StandardFindings> found = EnumSet.of(StandardFindings.DOCUMENT_UNREADABLE);
        for (Generation generation : GENERATIONS) {
            found.addAll(findings(generation).atStake().keySet());
            found.addAll(findings(generation).undecided());
        }

        assertThat(found).containsExactly(StandardFindings.values());
    }

    private static String line(Generation generation) {
        StringBuilder line = new StringBuilder(generation.id().value());
        findings(generation)
                .atStake()
                .forEach((rule, atStake) ->
                        line.append(' ')
                                .append(rule.code())
                                .append('=')
                                .append(atStake.map(UsdAmount::toString).orElse("?")));
        findings(generation).undecided().forEach(rule -> line.append(' ').append(rule.code()));
        return line.append('\n').toString();
    }

    private static RecordedFindings findings(Generation generation) {
        Optional<GenerationId> requested =
                generation.id().value().endsWith("7")
                        ? Optional.of(new GenerationId("gen-another"))
                        : Optional.empty();
        return RecordedFindings.of(generation, Expectations.STANDARD.withRequested(requested));
    }
}
