package io.genledger.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who may use whom: closed lists, so that whatever is not named is forbidden. */
final class HexagonRules {

    static final String DOMAIN = "io.genledger.domain..";
    static final String PORTS = "io.genledger.ports..";
    static final String JSON = "io.genledger.adapter.json..";
    static final String HTTP = "io.genledger.adapter.http..";
    static final String SQL = "io.genledger.adapter.sql..";
    static final String APP = "io.genledger.app..";
    static final String SIMULATOR = "io.genledger.adapter.http.simulator..";

    /** Each ring and all that it may use beside Java and JSpecify. */
    static final List<ArchRule> RINGS =
            List.of(
                    ring(DOMAIN),
                    ring(PORTS, DOMAIN),
                    ring(
                            JSON,
                            PORTS,
                            DOMAIN,
                            "tools.jackson..",
                            "com.fasterxml.jackson.annotation"),
                    ring(
                            HTTP,
                            PORTS,
                            DOMAIN,
                            "io.micronaut..",
                            "io.netty..",
                            "io.github.bucket4j..",
                            "org.reactivestreams..",
                            "javax.net.ssl"),
                    ring(
                            SQL,
                            PORTS,
                            DOMAIN,
                            "org.jooq..",
                            "org.sqlite..",
                            "org.postgresql..",
                            "javax.sql.."),
                    ring(
                            APP,
                            "io.genledger..",
                            "picocli..",
                            "tools.jackson..",
                            "de.siegmar.fastcsv..",
                            "com.github.freva.asciitable..",
                            "me.tongfei.progressbar..",
                            "org.jline.."));

    static final ArchRule THE_CLIENT_NEVER_TOUCHES_THE_SIMULATOR =
            noClasses()
                    .that()
                    .resideInAPackage("io.genledger.adapter.http")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(SIMULATOR);

    static final ArchRule THE_SIMULATOR_NEVER_TOUCHES_THE_CLIENT =
            noClasses()
                    .that()
                    .resideInAPackage(SIMULATOR)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.genledger.adapter.http", PORTS, DOMAIN, "io.micronaut..");

    static final ArchRule USE_CASES_ARE_FINAL_CLASSES =
            classes()
                    .that()
                    .resideInAPackage("io.genledger.ports.usecase..")
                    .and()
                    .arePublic()
                    .and()
                    .areNotInterfaces()
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .haveModifier(JavaModifier.FINAL);

    /** The parts of collecting are public to each other and to no other package. */
    static final ArchRule ONLY_COLLECTING_USES_ITS_PARTS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.genledger.ports.usecase.collect..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.genledger.ports.usecase.collect.*..");

    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("io.genledger.(**)")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(generatedTables(), generatedTables());

    static final ArchRule MONEY_NEVER_MEETS_BINARY_FLOATING_POINT =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN, PORTS, JSON, SQL, APP)
                    .and(notGenerated())
                    .should(new MentionFloatingPoint());

    private HexagonRules() {}

    private static ArchRule ring(String ring, String... allowed) {
        String[] all =
                Stream.concat(
                                Stream.of(ring, "java..", "org.jspecify.annotations"),
                                Arrays.stream(allowed))
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ring)
                .and(notGenerated())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all);
    }

    private static DescribedPredicate<JavaClass> generatedTables() {
        return JavaClass.Predicates.resideInAPackage("io.genledger.adapter.sql.tables..");
    }

    private static DescribedPredicate<JavaClass> notGenerated() {
        return DescribedPredicate.not(generatedTables()).as("are written by hand");
    }
}
