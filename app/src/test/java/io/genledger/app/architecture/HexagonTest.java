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
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house as it stands keeps its rules. */
class HexagonTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(new House()).importPackages(House.BASE);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theHouseKeeps(String name, ArchRule rule) {
        rule.check(HOUSE);
    }

    static Stream<Arguments> theHouseKeeps() {
        return HexagonRules.ALL.entrySet().stream()
                .map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
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
                        .filter(each ->
                                !each.getName().matches(".*adapter\\.sql\\.(schema\\.)?tables.*"))
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
