package io.genledger.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.adapter.sql.TrinoServer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import picocli.CommandLine.Command;

/** Which rooms may use which: closed lists; what they do not name is forbidden. */
final class HexagonRules {

    static final String DOMAIN = "io.genledger.domain..";
    static final String PORTS = "io.genledger.ports..";
    static final String JSON = "io.genledger.adapter.json..";
    static final String HTTP = "io.genledger.adapter.http..";
    static final String SQL = "io.genledger.adapter.sql..";
    static final String APP = "io.genledger.app..";
    static final String SIMULATOR = "io.genledger.adapter.http.simulator..";
    static final String VIEW = "io.genledger.app.view..";
    static final String VIEW_JSON = "io.genledger.app.view.json";
    static final String CLI = "io.genledger.app.cli..";
    static final String CONFIG = "io.genledger.app.cli.config";
    static final String SERVE = "io.genledger.app.cli.serve";
    static final String WEB = "io.genledger.app.web..";
    static final String MCP = "io.genledger.app.mcp..";

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
                            "com.fasterxml.jackson.annotation",
                            "de.siegmar.fastcsv.reader"),
                    ring(
                            HTTP,
                            PORTS,
                            DOMAIN,
                            "io.micronaut..",
                            "io.netty..",
                            "io.github.bucket4j..",
                            "org.reactivestreams..",
                            "javax.net.ssl",
                            "javax.crypto.."),
                    ring(
                            SQL,
                            PORTS,
                            DOMAIN,
                            "org.jooq..",
                            "org.sqlite..",
                            "org.postgresql..",
                            "com.github.luben.zstd..",
                            "com.zaxxer.hikari..",
                            "javax.sql.."),
                    ring(
                            APP,
                            "io.genledger..",
                            "picocli..",
                            "tools.jackson..",
                            "de.siegmar.fastcsv..",
                            "com.github.luben.zstd..",
                            "org.dhatim.fastexcel..",
                            "org.apache.parquet..",
                            "org.apache.hadoop.conf",
                            "org.jline..",
                            "org.slf4j..",
                            "ch.qos.logback..",
                            "io.micronaut..",
                            "io.netty..",
                            "io.micrometer..",
                            "io.opentelemetry..",
                            "reactor..",
                            "io.modelcontextprotocol..",
                            "org.reactivestreams..",
                            "jakarta.annotation..",
                            "jakarta.inject.."));

    /** The simulator's commands start the simulator, and the demo the client beside it. */
    static final ArchRule ADAPTERS_MEET_IN_THE_COMPOSITION_ROOT =
            noClasses()
                    .that()
                    .resideInAPackage(APP)
                    .and()
                    .resideOutsideOfPackages("io.genledger.app", "io.genledger.app.cli.simulate")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.genledger.adapter..");

    /** But {@code serve} starts the server. */
    static final ArchRule CLI_AND_WEB_NEVER_MEET =
            CompositeArchRule.of(
                            noClasses()
                                    .that()
                                    .resideInAPackage(CLI)
                                    .and()
                                    .resideOutsideOfPackage(SERVE)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(WEB))
                    .and(
                            noClasses()
                                    .that()
                                    .resideInAPackage(SERVE)
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage("io.genledger.app.web.*.."));

    static final ArchRule WEB_AND_CLI_NEVER_MEET =
            noClasses()
                    .that()
                    .resideInAPackage(WEB)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(CLI)
                    .allowEmptyShould(true);

    static final ArchRule TOOLS_KNOW_OPTIONS_AND_VIEWS =
            noClasses()
                    .that()
                    .resideInAPackage(MCP)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CLI, WEB);

    /** The protocol's types stay in their room. */
    static final ArchRule ONLY_TOOLS_SPEAK_THE_PROTOCOL =
            noClasses()
                    .that()
                    .resideInAPackage("io.genledger..")
                    .and()
                    .resideOutsideOfPackage(MCP)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.modelcontextprotocol..");

    static final ArchRule VIEWS_KNOW_DOMAIN_AND_PORTS =
            classes()
                    .that()
                    .resideInAPackage(VIEW)
                    .and()
                    .resideOutsideOfPackage(VIEW_JSON)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(VIEW, PORTS, DOMAIN, "java..", "org.jspecify.annotations");

    static final ArchRule JACKSON_WRITES_VIEWS_AND_READS_CONFIG_FILES =
            noClasses()
                    .that()
                    .resideInAPackage(APP)
                    .and()
                    .resideOutsideOfPackages(VIEW_JSON, CONFIG)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("tools.jackson..");

    static final ArchRule ONLY_THE_ENGINE_NAMES_A_DIALECT =
            noClasses()
                    .that()
                    .resideInAPackage("io.genledger..")
                    .and()
                    .resideOutsideOfPackage("io.genledger.adapter.sql.engine..")
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAnyPackage(
                                            "org.sqlite..", "org.postgresql..")
                                    .or(JavaClass.Predicates.type(SQLDialect.class)));

    static final ArchRule ADAPTER_SQL_HAS_TWO_PUBLIC_TYPES =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SQL)
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAPackage(SQL)
                                    .and(not(JavaClass.Predicates.type(LedgerDatabase.class)))
                                    .and(not(JavaClass.Predicates.type(PostgresServer.class)))
                                    .and(not(JavaClass.Predicates.type(LakeDatabase.class)))
                                    .and(not(JavaClass.Predicates.type(TrinoServer.class))));

    /** The client's rooms and the simulator's. */
    static final ArchRule THE_CLIENT_NEVER_TOUCHES_THE_SIMULATOR =
            noClasses()
                    .that()
                    .resideInAPackage(HTTP)
                    .and()
                    .resideOutsideOfPackage(SIMULATOR)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(SIMULATOR);

    static final ArchRule THE_SIMULATOR_NEVER_TOUCHES_THE_CLIENT =
            classes()
                    .that()
                    .resideInAPackage(SIMULATOR)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            SIMULATOR, "java..", "org.jspecify.annotations", "io.netty..");

    static final ArchRule COMMANDS_LIVE_IN_THEIR_ROOMS =
            classes()
                    .that()
                    .areAnnotatedWith(Command.class)
                    .should()
                    .resideInAnyPackage(
                            "io.genledger.app.cli",
                            "io.genledger.app.cli.collect",
                            "io.genledger.app.cli.export",
                            "io.genledger.app.cli.ingest",
                            "io.genledger.app.cli.inspect",
                            "io.genledger.app.cli.lake",
                            "io.genledger.app.cli.maintain",
                            "io.genledger.app.cli.quarantine",
                            "io.genledger.app.cli.queue",
                            "io.genledger.app.cli.report",
                            "io.genledger.app.cli.serve",
                            "io.genledger.app.cli.simulate");

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

    static final ArchRule NO_PACKAGE_HAS_MORE_THAN_TWELVE_TYPES =
            classes().that(notGenerated()).should(new ShareAPackageWithAtMost(12));

    static final ArchRule TYPE_NAMES_USE_THE_GLOSSARY =
            classes().that(notGenerated()).should(new BeNamedWithout(ForbiddenWords.IN_NAMES));

    static final ArchRule MONEY_NEVER_MEETS_BINARY_FLOATING_POINT =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN, PORTS, JSON, SQL, APP)
                    .and(notGenerated())
                    .should(new MentionFloatingPoint());

    /** All rules, by name. */
    static final Map<String, ArchRule> ALL = all();

    private HexagonRules() {}

    private static Map<String, ArchRule> all() {
        Map<String, ArchRule> all = new LinkedHashMap<>();
        List<String> modules =
                List.of("domain", "ports", "adapter-json", "adapter-http", "adapter-sql", "app");
        for (int i = 0; i < modules.size(); i++) {
            all.put(modules.get(i) + " uses only what it may", RINGS.get(i));
        }
        all.put("adapters meet in the composition root", ADAPTERS_MEET_IN_THE_COMPOSITION_ROOT);
        all.put("the command line never knows the web", CLI_AND_WEB_NEVER_MEET);
        all.put("the web never knows the command line", WEB_AND_CLI_NEVER_MEET);
        all.put("tools know options and views", TOOLS_KNOW_OPTIONS_AND_VIEWS);
        all.put("only tools speak the protocol", ONLY_TOOLS_SPEAK_THE_PROTOCOL);
        all.put("views know domain and ports", VIEWS_KNOW_DOMAIN_AND_PORTS);
        all.put(
                "Jackson writes views and reads config files",
                JACKSON_WRITES_VIEWS_AND_READS_CONFIG_FILES);
        all.put("only the engine names a dialect", ONLY_THE_ENGINE_NAMES_A_DIALECT);
        all.put("adapter-sql has two public types", ADAPTER_SQL_HAS_TWO_PUBLIC_TYPES);
        all.put("the client never touches the simulator", THE_CLIENT_NEVER_TOUCHES_THE_SIMULATOR);
        all.put("the simulator never touches the client", THE_SIMULATOR_NEVER_TOUCHES_THE_CLIENT);
        all.put("commands live in their rooms", COMMANDS_LIVE_IN_THEIR_ROOMS);
        all.put("use cases are final classes", USE_CASES_ARE_FINAL_CLASSES);
        all.put("only collecting uses its parts", ONLY_COLLECTING_USES_ITS_PARTS);
        all.put("packages are free of cycles", PACKAGES_ARE_FREE_OF_CYCLES);
        all.put("money never meets floating point", MONEY_NEVER_MEETS_BINARY_FLOATING_POINT);
        all.put("no package has more than twelve types", NO_PACKAGE_HAS_MORE_THAN_TWELVE_TYPES);
        all.put("type names use the glossary's words", TYPE_NAMES_USE_THE_GLOSSARY);
        return all;
    }

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

    /** By jOOQ. */
    static DescribedPredicate<JavaClass> generatedTables() {
        return JavaClass.Predicates.resideInAnyPackage(
                "io.genledger.adapter.sql.tables..", "io.genledger.adapter.sql.schema.tables..");
    }

    /** By Micronaut, beside the routes. */
    private static DescribedPredicate<JavaClass> generatedBeans() {
        return DescribedPredicate.describe(
                "generated by Micronaut", type -> type.getName().contains(".$"));
    }

    private static DescribedPredicate<JavaClass> notGenerated() {
        return not(generatedTables().or(generatedBeans())).as("are written by hand");
    }
}
