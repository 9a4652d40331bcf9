package io.genledger.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.simulate.ShippedDocuments;
import io.genledger.app.web.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files by which systemd, a container, nginx and Prometheus run the server name what it has.
 * {@code .ci/service} checks them by these programs.
 */
class SharedFilesTest {

    private static final Path SHARE = Path.of("src", "main", "dist", "share");
    private static final String UNIT = "systemd/genledger.service";
    private static final String IMAGE = "container/Containerfile";
    private static final String PROXY = "nginx/genledger.conf";
    private static final String SCRAPE = "prometheus/prometheus.yml";
    private static final String RULES = "prometheus/genledger.rules.yml";

    private static final String ID = ShippedDocuments.all().keySet().iterator().next().value();

    private static final Pattern COMMAND =
            Pattern.compile(
                    "genledger (?<command>token create|serve|pending|retry|report|status)"
                            + "(?<more>[^;,.:\\v]*)");
    private static final Pattern ARGUMENTS =
            Pattern.compile("CMD \\[\"(?<command>serve)\"(?<more>.*)]");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern VARIABLE =
            Pattern.compile("\\b(GENLEDGER|OPENROUTER|PG)[A-Z_]+\\b");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?<name>genledger_[a-z0-9_]+)(?:\\{(?<labels>[^}]*)})?");
    private static final Pattern LABEL =
            Pattern.compile("(?<name>[a-z]+)(=~|!~|=)[\"'](?<value>[^\"']*)");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\((?<labels>[a-z, ]+)\\)");
    private static final Pattern PORT =
            Pattern.compile("(?<=127\\.0\\.0\\.1:|0\\.0\\.0\\.0:|EXPOSE )[0-9]+");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {UNIT, IMAGE, PROXY, SCRAPE, RULES})
    void nameCommandsAndOptionsThatExist(String file) throws IOException {
        String text = read(file);
        List<MatchResult> commands =
                Stream.of(COMMAND, ARGUMENTS).flatMap(pattern -> in(pattern, text)).toList();

        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(command -> {
                    String help = help(command.group("command").split(" "));
                    assertThat(help).startsWith("Usage: genledger " + command.group("command"));
                    assertThat(in(OPTION, command.group("more")).map(MatchResult::group))
                            .allMatch(help::contains);
                });
    }

    private String help(String... command) {
        String[] arguments =
                Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new);
        return shell().runAsIs(arguments).out();
    }

    @ParameterizedTest
    @ValueSource(strings = {UNIT, IMAGE})
    void setVariablesThatAreRead(String file) throws IOException {
        String readers =
                Files.readString(Path.of("README.md"))
                        + Files.readString(SHARE.resolveSibling("bin").resolve("genledger"));

        assertThat(in(VARIABLE, read(file)).map(MatchResult::group))
                .contains("GENLEDGER_DB", "PGPASSWORD")
                .allMatch(readers::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {IMAGE, PROXY, SCRAPE})
    void addressTheServerAtItsUsualPort(String file) throws IOException {
        String usual = help("serve").replaceAll("\\s+", "");

        assertThat(in(PORT, read(file)))
                .isNotEmpty()
                .allSatisfy(port ->
                        assertThat(usual).contains("Default:127.0.0.1:" + port.group() + "."));
    }

    /** The key is the credential that the unit loads, and restarting mends no wrong option. */
    @Test
    void theUnitGivesTheServerItsKey() throws IOException {
        String unit = read(UNIT);
        MatchResult credential =
                in(Pattern.compile("\nLoadCredential=([a-z-]+):"), unit).findFirst().orElseThrow();
        Path key = Files.writeString(folder.resolve(credential.group(1)), "sk-or-unit");
        assertThat(key.toFile().setReadable(false, false)).isTrue();
        assertThat(key.toFile().setReadable(true, true)).isTrue();
        shell().run("track", ID);

        try (OpenRouterSimulator openRouter = simulator()) {
            Shell.Result without = shell().collectFrom(openRouter);
            Shell.Result with =
                    shell().with("CREDENTIALS_DIRECTORY", folder.toString())
                            .collectFrom(openRouter);

            assertThat(without.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(with.out()).startsWith("1 recorded");
        }
        assertThat(unit).contains("\nRestartPreventExitStatus=" + ExitCode.USAGE + "\n");
    }

    @Test
    void theProxyKnowsTheRouteOfEvents() throws IOException {
        List<String> routes =
                in(Pattern.compile("location = ([^ ]+) "), read(PROXY))
                        .map(location -> location.group(1))
                        .toList();

        try (RunningServer server = new RunningServer(folder)) {
            assertThat(routes).isNotEmpty();
            assertThat(server.json("/openapi.json").path("paths").propertyNames())
                    .containsAll(routes);
        }
    }

    @Test
    void theRulesNameMetricsAndLabelsThatAreServed() throws IOException {
        String rules = expressions();
        String metrics = metrics();

        assertThat(in(METRIC, rules))
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> {
                    assertThat(metrics).containsPattern("(?m)^" + metric.group("name") + "[ {]");
                    assertThat(in(LABEL, labels(metric)))
                            .allSatisfy(label ->
                                    assertThat(metrics).contains(label.group("name") + "=\""));
                });
        assertThat(groupings(rules))
                .contains("model", "state", "le")
                .allSatisfy(label -> assertThat(metrics).contains(label + "=\""));
        assertThat(values(rules, "state"))
                .contains("due", "given-up")
                .allSatisfy(state -> assertThat(metrics).contains("state=\"" + state + "\""));
        assertThat(metrics).contains("le=\"10.0\"");
    }

    /** Slow answers are looked for among all routes but these. */
    @Test
    void theRulesLeaveOutRoutesThatExist() throws IOException {
        Pattern leftOut =
                in(LABEL, expressions())
                        .filter(label -> label.group("name").equals("route"))
                        .map(label -> Pattern.compile(label.group("value")))
                        .findFirst()
                        .orElseThrow();

        try (RunningServer server = new RunningServer(folder)) {
            assertThat(server.json("/openapi.json").path("paths").propertyNames())
                    .filteredOn(leftOut.asMatchPredicate())
                    .containsExactlyInAnyOrder(
                            "/api/v1/generation", "/ledger/v1/export", "/ledger/v1/live");
        }
    }

    /** What is served once an id was fetched and a request was answered. */
    private String metrics() throws IOException {
        try (RunningServer server = new RunningServer(folder);
                OpenRouterSimulator openRouter = simulator()) {
            Shell shell = server.shell().with("OPENROUTER_API_KEY", "sk-or-any");
            shell.run("track", ID);
            assertThat(shell.collectFrom(openRouter).out()).startsWith("1 recorded");
            server.get("/health/live");
            return server.get("/metrics").body();
        }
    }

    private static String expressions() throws IOException {
        return read(RULES)
                .lines()
                .filter(line -> line.strip().startsWith("expr: "))
                .collect(Collectors.joining("\n"));
    }

    private static String labels(MatchResult metric) {
        String labels = metric.group("labels");
        return labels == null ? "" : labels;
    }

    /** The labels by which the rules group, but those that Prometheus adds. */
    private static Set<String> groupings(String rules) {
        return in(GROUPING, rules)
                .flatMap(grouping -> Stream.of(grouping.group("labels").split(", ")))
                .filter(label -> !Set.of("job", "instance").contains(label))
                .collect(Collectors.toSet());
    }

    private static Set<String> values(String rules, String name) {
        return in(LABEL, rules)
                .filter(label -> label.group("name").equals(name))
                .flatMap(label -> Stream.of(label.group("value").split("\\|")))
                .collect(Collectors.toSet());
    }

    private Shell shell() {
        return new Shell(folder.resolve("ledger.db"));
    }

    private static OpenRouterSimulator simulator() {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        ShippedDocuments.all().forEach((id, document) -> documents.put(id.value(), document));
        return OpenRouterSimulator.start(Behaviours.documents(documents));
    }

    private static Stream<MatchResult> in(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read(String file) throws IOException {
        return Files.readString(SHARE.resolve(file));
    }
}
