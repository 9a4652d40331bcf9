package io.genledger.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.genledger.adapter.http.crime.AdapterThatKnowsAnother;
import io.genledger.domain.crime.DomainThatReadsJson;
import io.genledger.ports.crime.PortThatKnowsADatabase;
import io.genledger.ports.crime.UserOfAPartOfCollecting;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules notice a planted crime. */
class HexagonRulesBiteTest {

    @Test
    void aDomainThatReadsJsonIsCaught() {
        assertThat(caught(HexagonRules.RINGS.stream(), DomainThatReadsJson.class)).isTrue();
    }

    @Test
    void aPortThatKnowsADatabaseIsCaught() {
        assertThat(caught(HexagonRules.RINGS.stream(), PortThatKnowsADatabase.class)).isTrue();
    }

    @Test
    void anAdapterThatKnowsAnotherIsCaught() {
        assertThat(caught(HexagonRules.RINGS.stream(), AdapterThatKnowsAnother.class)).isTrue();
    }

    @Test
    void anAmountInADoubleIsCaught() {
        assertThat(
                        caught(
                                Stream.of(HexagonRules.MONEY_NEVER_MEETS_BINARY_FLOATING_POINT),
                                DomainThatReadsJson.class))
                .isTrue();
    }

    @Test
    void aUserOfAPartOfCollectingIsCaught() {
        assertThat(
                        caught(
                                Stream.of(HexagonRules.ONLY_COLLECTING_USES_ITS_PARTS),
                                UserOfAPartOfCollecting.class))
                .isTrue();
    }

    private static boolean caught(Stream<ArchRule> rules, Class<?> criminal) {
        JavaClasses crime = new ClassFileImporter().importClasses(criminal);
        return rules.map(rule -> rule.allowEmptyShould(true).evaluate(crime))
                .anyMatch(result -> result.hasViolation());
    }
}
