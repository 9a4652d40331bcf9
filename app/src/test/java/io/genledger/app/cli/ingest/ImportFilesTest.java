package io.genledger.app.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.container.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports and tracks folders and compressed files as a user does. */
class ImportFilesTest {

    private static final String GOOD =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa%d\",\"upstream_id\":null,\"usage\":0.5,\"model\":\"a/b\"}\n";
    private static final String BAD =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":\"much\"}\n";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    @Test
    void importsAllFilesOfAFolder() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs/day 1"));
        Files.writeString(logs.resolve("a.json"), GOOD.formatted(1));
        Files.write(logs.resolve("b"), Packed.gzip(Packed.utf8(GOOD.formatted(2) + BAD)));
        Files.writeString(logs.resolve(".hidden"), "garbage");
        Files.createSymbolicLink(logs.resolve("c.json"), logs.resolve("a.json"));
        Shell.Result imported = shell.run("import", folder.resolve("logs").toString());

        assertThat(imported.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(imported.out()).isEqualTo("2 recorded, 0 unchanged, 1 rejected\n");
        assertThat(imported.err())
                .contains(
                        "logs: 1 link in it not followed; name what they lead to",
                        logs.resolve("b") + ":2: field usage: ");
    }

    @Test
    void namesOnceWhatSqliteKeepsBesideALedger() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.json"), GOOD.formatted(1));
        Files.write(logs.resolve("x.db-wal"), new byte[] {0x37, 0x7f, 0x06, (byte) 0x82, 0, 0});
        Files.write(logs.resolve("x.db-shm"), new byte[] {0x18, (byte) 0xe2, 0x2d, 0, 0, 0});
        Shell.Result imported = shell.run("import", logs.toString());

        assertThat(imported.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(imported.err())
                .containsOnlyOnce(
                        "logs: left out what SQLite keeps beside a ledger: x.db-shm, x.db-wal");
        assertThat(shell.run("import", logs.resolve("x.db-wal").toString()).err())
                .contains("x.db-wal: SQLite keeps it beside its database");
    }

    @Test
    void namesFilesInAnArchive() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a/1.json", Packed.utf8(GOOD.formatted(1)));
        entries.put("a/2.json.gz", Packed.gzip(Packed.utf8(GOOD.formatted(2) + BAD)));
        entries.put("a/3.json", Packed.zstd(Packed.utf8(GOOD.formatted(3))));
        Path zip = Files.write(folder.resolve("log.zip"), Packed.zip(entries));
        Shell.Result imported = shell.run("import", zip.toString(), "--json");

        assertThat(imported.json().path("recorded").asInt()).isEqualTo(3);
        assertThat(imported.json().at("/rejects/0/file").asString())
                .isEqualTo(zip + "!/a/2.json.gz");
        assertThat(imported.err()).contains(zip + "!/a/2.json.gz:2: field usage: ");
        assertThat(
                        shell.run("quarantine", "list", "--json")
                                .json()
                                .at("/entries/0/file")
                                .asString())
                .isEqualTo(zip + "!/a/2.json.gz");
    }

    @Test
    void standardInputMayBeCompressed() {
        byte[] zstd = Packed.zstd(Packed.utf8(GOOD.formatted(1)));

        assertThat(shell.typing(zstd).run("import", "-").out())
                .isEqualTo("1 recorded, 0 unchanged, 0 rejected\n");
    }

    @Test
    void recordsWhatIsBeforeTheEndOfACutOffFileAndReadsTheNext() throws IOException {
        String lines =
                IntStream.range(0, 20_000).mapToObj(GOOD::formatted).collect(Collectors.joining());
        byte[] gzip = Packed.gzip(Packed.utf8(lines));
        Path cut = Files.write(folder.resolve("cut.gz"), Packed.start(gzip, gzip.length * 3 / 4));
        Path next = Files.writeString(folder.resolve("next.json"), GOOD.formatted(1_000_000));
        Shell.Result imported = shell.run("import", cut.toString(), next.toString(), "--json");

        assertThat(imported.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(imported.json().path("recorded").asInt()).isBetween(10_000, 19_000);
        assertThat(imported.json().at("/unreadable/0/file").asString()).isEqualTo(cut.toString());
        assertThat(imported.json().path("unreadableFiles").asInt()).isEqualTo(1);
        assertThat(imported.err())
                .contains(cut + ": it is cut off; what is before that place was read");
        assertThat(shell.run("show", "gen-aaaaaaaaaaaaaaaaaaa1000000").exitCode()).isZero();
    }

    @Test
    void refusesTar() throws IOException {
        byte[] tar = new byte[1_024];
        System.arraycopy(Packed.utf8("ustar"), 0, tar, 257, 5);
        Path file = Files.write(folder.resolve("a.tar"), tar);
        Shell.Result imported = shell.run("import", file.toString());

        assertThat(imported.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(imported.err())
                .contains(file + ": it is a tar archive; unpack it with tar -xf")
                .doesNotContain("no document in it");
        assertThat(shell.run("quarantine", "list").out()).isEqualTo("The quarantine is empty\n");
    }

    @Test
    void anEmptyFolderHoldsNothing() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Shell.Result imported = shell.run("import", empty.toString());

        assertThat(imported.exitCode()).isZero();
        assertThat(imported.err()).contains(empty + ": no file in it");
    }

    @Test
    void namesTwentyEmptyFilesAndCountsTheRest() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        for (int i = 0; i < 30; i++) {
            Files.createFile(logs.resolve(i + ".json"));
        }
        Shell.Result imported = shell.run("import", logs.toString());

        assertThat(imported.err().lines().filter(line -> line.contains("no document"))).hasSize(20);
        assertThat(imported.err()).contains("… and 10 more");
    }

    @Test
    void tracksTheIdsInFoldersAndArchives() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.write(
                logs.resolve("a.log.gz"),
                Packed.gzip(Packed.utf8("id=gen-1755676927-7WlHzIQWGoPWoKYj3Arf\n")));
        Files.write(
                logs.resolve("b.zip"),
                Packed.zip(
                        Map.of("b.log", Packed.utf8("id=gen-1755676928-7WlHzIQWGoPWoKYj3Arf\n"))));

        assertThat(shell.run("track", "--from", logs.toString()).out())
                .isEqualTo("2 added, 0 already pending, 0 already recorded\n");
        Path cut = Files.write(folder.resolve("cut.gz"), Packed.start(Packed.gzip(new byte[9]), 9));
        Shell.Result tracked = shell.run("track", "--from", cut.toString());
        assertThat(tracked.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(tracked.err()).contains(cut + ": it is cut off");
    }

    @Test
    void aDryRunIsNotCombinedWithARejectsFile() {
        Shell.Result imported =
                shell.run("import", "-", "--dry-run", "--rejects", folder.resolve("r").toString());

        assertThat(imported.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(imported.err()).contains("--dry-run cannot be combined with --rejects");
    }

    @Test
    void aDryRunWithoutALedgerCreatesNone() {
        Shell.Result imported = shell.typing("{}").run("import", "-", "--dry-run");

        assertThat(imported.out()).isEqualTo("0 would be recorded, 0 unchanged, 1 rejected\n");
        assertThat(imported.err())
                .contains("dry run: nothing was written")
                .doesNotContain("quarantine", "new ledger");
        assertThat(folder.resolve("ledger.db")).doesNotExist();
    }

    /** The lines are cut from public captures; see the notes of the project on field cases. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // OTLP: the spans of one generation have suffixes, which are no ids.
                "{\"key\":\"gen_ai.response.id\",\"value\":{\"stringValue\":\"gen-1790606294-sdYHTGXUVyDKWCLqX5Op\"}},\"gen-1790606294-sdYHTGXUVyDKWCLqX5Op:attempt-0\",\"gen-1790606294-sdYHTGXUVyDKWCLqX5Op:generation\""
                    + " | 1",
                // SSE: a stream with a whole id, and one whose id has no last part.
                ": OPENROUTER PROCESSING data: {\"id\":\"gen-1770951369-sKYcTnzlyj6HvxZfXXkd\"}"
                        + " data: {\"id\":\"gen-1769532074\"} | 1",
                // Activity CSV.
                "gen-1765595981-inNzqxmoGLeivnEB1wk5,2025-12-13"
                        + " 03:19:41,0.000021,,gen-1765825190-F1Sl7UexbC9e5PuSUXKr | 2",
                // Python.
                "ChatCompletion(id='gen-1776499549-aQv4XfyctGDusDH0t2qW', choices=[]) | 1",
                // Names that other people chose.
                "gen-pencil gen_01ABCDEFGHIJKLMNOPQRSTUV x-gen-1776499549-aQv4XfyctGDusDH0t2qW | 0"
            })
    void tracksWholeIdsAndNothingElse(String text, int ids) {
        assertThat(shell.typing(text).run("track", "--from", "-").out()).startsWith(ids + " added");
    }
}
