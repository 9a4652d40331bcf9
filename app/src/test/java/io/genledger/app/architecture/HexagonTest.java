package io.genledger.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house as it stands keeps its rules. */
class HexagonTest {

    static final List<ArchRule> RINGS = HexagonRules.RINGS;

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new House()).importPackages(House.BASE);

    @ParameterizedTest
    @FieldSource("RINGS")
    void eachRingUsesOnlyWhatItMay(ArchRule ring) {
        ring.check(HOUSE);
    }

    @Test
    void theClientNeverTouchesTheSimulator() {
        HexagonRules.THE_CLIENT_NEVER_TOUCHES_THE_SIMULATOR.check(HOUSE);
    }

    @Test
    void theSimulatorNeverTouchesTheClient() {
        HexagonRules.THE_SIMULATOR_NEVER_TOUCHES_THE_CLIENT.check(HOUSE);
    }

    @Test
    void useCasesAreFinalClasses() {
        HexagonRules.USE_CASES_ARE_FINAL_CLASSES.check(HOUSE);
    }

    @Test
    void onlyCollectingUsesItsParts() {
        HexagonRules.ONLY_COLLECTING_USES_ITS_PARTS.check(HOUSE);
    }

    @Test
    void packagesAreFreeOfCycles() {
        HexagonRules.PACKAGES_ARE_FREE_OF_CYCLES.check(HOUSE);
    }

    @Test
    void moneyNeverMeetsBinaryFloatingPoint() {
        HexagonRules.MONEY_NEVER_MEETS_BINARY_FLOATING_POINT.check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.genledger.domain",
                "io.genledger.ports",
                "io.genledger.adapter.json",
                "io.genledger.adapter.http",
                "io.genledger.adapter.http.simulator",
                "io.genledger.adapter.sql",
                "io.genledger.app"
            })
    void everyRoomWasLookedAt(String room) {
        assertThat(HOUSE.getPackage(room).getClassesInPackageTree()).isNotEmpty();
    }

    @Test
    void noTestWasMistakenForTheHouse() {
        assertThat(HOUSE).noneMatch(type -> type.getName().contains("testkit"));
    }

    @Test
    void everyPackageIsNullMarked() {
        List<JavaPackage> packages =
                HOUSE.getPackage(House.BASE).getSubpackagesInTree().stream()
                        .filter(each -> !each.getClasses().isEmpty())
                        .filter(each -> !each.getName().contains("adapter.sql.tables"))
                        .toList();

        assertThat(packages).hasSizeGreaterThan(15);
        assertThat(packages)
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }

    @Test
    void noPackageIsSplitBetweenModules() {
        Map<String, Set<String>> homes = new TreeMap<>();
        for (JavaClass type : HOUSE) {
            homes.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>()).add(home(type));
        }

        assertThat(homes).allSatisfy((name, home) -> assertThat(home).as(name).hasSize(1));
    }

    /** The jar or folder a class was read from. */
    private static String home(JavaClass type) {
        String location = type.getSource().orElseThrow().getUri().toString();
        return location.substring(0, location.indexOf("io/genledger/"));
    }
}
