package io.genledger.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.genledger.adapter.http.crime.AdapterThatKnowsAnother;
import io.genledger.adapter.http.crime.ClientThatKnowsTheSimulator;
import io.genledger.adapter.http.simulator.crime.SimulatorThatKnowsTheClient;
import io.genledger.adapter.json.crime.DecoderThatFetches;
import io.genledger.adapter.sql.crime.LedgerThatDecodes;
import io.genledger.adapter.sql.crime.StatementThatNamesADialect;
import io.genledger.app.cli.crime.CommandThatKnowsAPage;
import io.genledger.app.cli.crime.CommandThatKnowsAnAdapter;
import io.genledger.app.crime.ApplicationThatKnowsATable;
import io.genledger.app.crime.ReportThatKnowsAStatement;
import io.genledger.app.mcp.crime.ToolThatKnowsACommand;
import io.genledger.app.view.crime.ViewThatPrints;
import io.genledger.app.view.crime.ViewThatSpeaksTheProtocol;
import io.genledger.app.view.crime.ViewThatWritesItself;
import io.genledger.app.web.crime.PageThatKnowsACommand;
import io.genledger.domain.crime.DomainThatReadsJson;
import io.genledger.domain.crime.chicken.Chicken;
import io.genledger.domain.crime.egg.Egg;
import io.genledger.ports.crime.PortThatKnowsADatabase;
import io.genledger.ports.crime.UserOfAPartOfCollecting;
import io.genledger.ports.usecase.crime.AskNobody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule catches a planted crime. */
class HexagonRulesBiteTest {

    private static final Map<String, List<Class<?>>> CRIMES = crimes();

    private static Map<String, List<Class<?>>> crimes() {
        Map<String, List<Class<?>>> crimes = new LinkedHashMap<>();
        crimes.put("domain uses only what it may", List.of(DomainThatReadsJson.class));
        crimes.put("ports uses only what it may", List.of(PortThatKnowsADatabase.class));
        crimes.put("adapter-json uses only what it may", List.of(DecoderThatFetches.class));
        crimes.put("adapter-http uses only what it may", List.of(AdapterThatKnowsAnother.class));
        crimes.put("adapter-sql uses only what it may", List.of(LedgerThatDecodes.class));
        crimes.put("app uses only what it may", List.of(ApplicationThatKnowsATable.class));
        crimes.put(
                "adapters meet in the composition root", List.of(CommandThatKnowsAnAdapter.class));
        crimes.put("the command line never knows the web", List.of(CommandThatKnowsAPage.class));
        crimes.put("the web never knows the command line", List.of(PageThatKnowsACommand.class));
        crimes.put("tools know options and views", List.of(ToolThatKnowsACommand.class));
        crimes.put("only tools speak the protocol", List.of(ViewThatSpeaksTheProtocol.class));
        crimes.put("views know domain and ports", List.of(ViewThatPrints.class));
        crimes.put(
                "Jackson writes views and reads config files", List.of(ViewThatWritesItself.class));
        crimes.put("only the engine names a dialect", List.of(StatementThatNamesADialect.class));
        crimes.put("adapter-sql has two public types", List.of(ReportThatKnowsAStatement.class));
        crimes.put(
                "the client never touches the simulator",
                List.of(ClientThatKnowsTheSimulator.class));
        crimes.put(
                "the simulator never touches the client",
                List.of(SimulatorThatKnowsTheClient.class));
        crimes.put("commands live in their rooms", List.of(CommandThatKnowsAnAdapter.class));
        crimes.put("use cases are final classes", List.of(AskNobody.class));
        crimes.put("only collecting uses its parts", List.of(UserOfAPartOfCollecting.class));
        crimes.put("packages are free of cycles", List.of(Chicken.class, Egg.class));
        crimes.put("money never meets floating point", List.of(DomainThatReadsJson.class));
        crimes.put("type names use the glossary's words", List.of(AskNobody.class));
        return crimes;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPlantedCrimeIsCaught(String name) {
        List<Class<?>> criminals = CRIMES.getOrDefault(name, List.of());

        assertThat(isCaught(name, new ClassFileImporter().importClasses(criminals))).isTrue();
    }

    static List<String> names() {
        return HexagonRules.ALL.keySet().stream()
                .filter(name -> !name.equals("no package has more than twelve types"))
                .toList();
    }

    @Test
    void aCrowdedPackageIsCaught() {
        JavaClasses crowd = new ClassFileImporter().importPackages("org.junit.jupiter.api");

        assertThat(isCaught("no package has more than twelve types", crowd)).isTrue();
    }

    @Test
    void aCrimeOfOneRuleIsNotOneOfAll() {
        JavaClasses innocent = new ClassFileImporter().importClasses(Chicken.class);

        assertThat(HexagonRules.ALL.keySet())
                .filteredOn(name -> isCaught(name, innocent))
                .isEmpty();
    }

    private static boolean isCaught(String name, JavaClasses classes) {
        ArchRule rule = Objects.requireNonNull(HexagonRules.ALL.get(name), name);
        return rule.allowEmptyShould(true).evaluate(classes).hasViolation();
    }
}
