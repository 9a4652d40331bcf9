package io.genledger.app.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generations that {@code show} and {@code why} are asked for by several ids, or in part. */
class SeveralGenerationsTest {

    private static final String FIRST = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf";
    private static final String SECOND = "gen-1755676927-8WlHzIQWGoPWoKYj3Arf";
    private static final String NEWEST = "gen-1766618639-3mWtXyFvD88Q5XKpXesB";

    private static final String RECORDS =
            """
            {"id":"%s","upstream_id":null,"usage":0.5,"created_at":"2025-08-20T08:02:07Z"}
            {"id":"%s","upstream_id":null,"usage":0.25,"created_at":"2025-08-20T08:02:08Z"}
            {"id":"%s","upstream_id":null,"usage":0.125,"created_at":"2025-12-24T23:23:59Z"}
            """
                    .formatted(FIRST, SECOND, NEWEST);

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordThree() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(RECORDS).run("import", "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "why"})
    void severalIdsFollowEachOther(String command) {
        Shell.Result result = shell.run(command, SECOND, NEWEST);

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out().indexOf(NEWEST)).isGreaterThan(result.out().indexOf(SECOND));
        assertThat(result.out()).contains("\n\n").doesNotContain(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "why"})
    void withJsonEachIsOneLine(String command) {
        assertThat(shell.run(command, SECOND, NEWEST, SECOND, "--json").out().lines())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("{").contains(SECOND),
                        two -> assertThat(two).startsWith("{").contains(NEWEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen-1766", "gen-1766618639-3mWtX", NEWEST, "'" + NEWEST + "',"})
    void aUniqueBeginningIsEnough(String text) {
        Shell.Result result = shell.run("show", text);

        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains(NEWEST, "$0.125");
    }

    @Test
    void anAmbiguousBeginningNamesTheMatches() {
        Shell.Result result = shell.run("why", "gen-1755676927-");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualTo(
                        "genledger: 2 generations begin with 'gen-1755676927-', expected one: "
                                + FIRST
                                + ", "
                                + SECOND
                                + "\n");
    }

    @Test
    void anIdWithWhichOthersBeginIsThatId() {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa17\",\"upstream_id\":null,\"usage\":3}").run("import", "-");

        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa17").out()).contains("$3");
        assertThat(shell.run("show", "gen-175").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "why"})
    void anIdInTheQueueIsNotAnsweredByALongerOne(String command) {
        String shorter = NEWEST.substring(0, NEWEST.length() - 2);
        shell.run("track", "--literal", shorter);

        Shell.Result result = shell.run(command, shorter);

        assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(shorter).doesNotContain(NEWEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "why"})
    void theNewestOfAnEmptyLedgerIsSaidToBeNone(String command) {
        Shell empty = new Shell(folder.resolve("empty.db"));
        empty.run("track", NEWEST);

        Shell.Result result = empty.run(command, "--last");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(result.err()).isEqualTo("genledger: the ledger holds no generation\n");
    }

    @Test
    void manyMatchesAreNotAllNamed() {
        for (int i = 0; i < 7; i++) {
            shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa9%d\",\"upstream_id\":null,\"usage\":3}".formatted(i)).run("import", "-");
        }

        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa9").err())
                .isEqualTo(
                        "genledger: more than 5 generations begin with 'gen-aaaaaaaaaaaaaaaaaaa9', expected one:"
                                + " gen-aaaaaaaaaaaaaaaaaaa90, gen-aaaaaaaaaaaaaaaaaaa91, gen-aaaaaaaaaaaaaaaaaaa92, gen-aaaaaaaaaaaaaaaaaaa93, gen-aaaaaaaaaaaaaaaaaaa94, …\n");
    }

    @Test
    void aBeginningOfNoneIsAnError() {
        Shell.Result result = shell.run("show", "gen-1999999999-");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("is not a whole id");
    }

    @Test
    void lastShowsTheNewest() {
        assertThat(shell.run("show", "--last").out()).contains(NEWEST).doesNotContain(SECOND);
        assertThat(shell.run("why", "--last", "2", "--json").out().lines())
                .satisfiesExactly(
                        one -> assertThat(one).contains(NEWEST),
                        two -> assertThat(two).contains(SECOND));
    }

    @Test
    void oneThatIsMissingMakesTheExitCodeOne() {
        Shell.Result result = shell.run("show", FIRST, "gen-1731289055-7lM7yhtp335znp1qegkj");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(result.out()).contains(FIRST);
        assertThat(result.err()).contains("gen-1731289055-7lM7yhtp335znp1qegkj");
    }

    @Test
    void nothingOrBothIsAnError() {
        assertThat(shell.run("show").err()).startsWith("genledger: expected ids, or --last\n");
        assertThat(shell.run("show", "--last=1", FIRST).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(shell.run("show", "--last", "0").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(shell.run("show", "--wire", FIRST, SECOND).exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
