package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowCommandTest {

    private static final String ONE = "gen-1755676927-AAAAAAAAAAAAAAAAAAAA";
    private static final String TWO = "gen-1755676927-BBBBBBBBBBBBBBBBBBBB";

    @TempDir private Path folder;
    private Path log = Path.of("not set yet");
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db"));
        log = folder.resolve("app.log");
    }

    @Test
    void tracksWhatALogNamesUntilItIsStopped() throws IOException {
        Files.writeString(log, "INFO id=" + ONE + " done\nINFO id=" + TWO);
        Shell.Result followed = follow(Duration.ofSeconds(90));

        assertThat(followed.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(followed.out()).isEqualTo("1 added, 0 already pending, 0 already recorded\n");
        assertThat(followed.err().lines())
                .anyMatch(line -> line.matches("time=2026-11-23T12:00:0\\S+ event=started files=1"))
                .anyMatch(line -> line.matches("time=\\S+ event=opened file=\"\\S+app.log\""))
                .anyMatch(line ->
                        line.matches(
                                "time=\\S+ event=counts added=1 pending=0 recorded=0 given-up=0"))
                .anyMatch(line ->
                        line.matches(
                                "time=\\S+ event=stopped added=1 pending=0 recorded=0 given-up=0"));
    }

    @Test
    void theNextRunReadsOn() throws IOException {
        Files.writeString(log, ONE + "\n");
        follow(Duration.ofSeconds(2));
        Files.writeString(log, TWO + "\n", StandardOpenOption.APPEND);
        Shell.Result followed = follow(Duration.ofSeconds(2), "--json");

        assertThat(followed.out())
                .isEqualTo(
                        "{\"added\":1,\"pending\":0,\"recorded\":0,\"givenUp\":0,\"lost\":0,\"unreadable\":0}\n");
        assertThat(followed.err()).doesNotContain("opened");
    }

    @Test
    void countsTheFilesWhoseLastPartIsLost() throws IOException {
        Files.writeString(log, ONE + "\n");
        follow(Duration.ofSeconds(2));
        Files.writeString(log, "-\n");
        Shell.Result followed = follow(Duration.ofSeconds(2), "--json");

        assertThat(followed.json().path("lost").asInt()).isEqualTo(1);
        assertThat(followed.err()).contains("event=lost file=");
    }

    @Test
    void aTerminalShowsOneLine() throws IOException {
        Files.writeString(log, ONE + "\n");
        shell.watched();

        assertThat(follow(Duration.ofSeconds(2)).err())
                .contains(
                        "\r"
                                + "\u001b[Kfollowing 1 file: 1 added, 0 already pending, 0 already"
                                + " recorded")
                .contains("app.log: reading it from its beginning")
                .doesNotContain("event=");
    }

    @Test
    void aFolderIsNoLog() {
        Shell.Result followed = shell.run("follow", folder.toString());

        assertThat(followed.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(followed.err()).contains("expected a file to follow");
    }

    @Test
    void withoutAFileThereIsNothingToFollow() {
        assertThat(shell.run("follow").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aLogThatCannotBeReadIsSaidSo() throws IOException {
        Files.write(log, new byte[] {(byte) 0xff, (byte) 0xfe, 'g', 0, '\n', 0});
        Path other = folder.resolve("other.log");
        Files.writeString(other, ONE + "\n");
        Shell.Result followed = follow(Duration.ofSeconds(5), other.toString(), "--json");

        assertThat(followed.json().path("unreadable").asInt()).isEqualTo(1);
        assertThat(followed.json().path("added").asInt()).as("of the other").isEqualTo(1);
        assertThat(followed.err().lines())
                .filteredOn(line -> line.contains("event=unreadable file="))
                .singleElement()
                .asString()
                .contains("UTF-16");
    }

    @Test
    void aLogThatIsNotThereIsWaitedForAloud() {
        assertThat(follow(Duration.ofSeconds(2)).err()).contains("event=missing file=");
    }

    private Shell.Result follow(Duration time, String... options) {
        shell.interruptedAfter(time);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "follow";
        arguments[1] = log.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return shell.run(arguments);
    }
}
