package io.genledger.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genledger.app.cli.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The overview in one file, opened from the disk by Chromium. */
class HtmlReportInBrowserTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--since 2026-11-01|top 7 of 9",
                "--since 2026-11-01 --top 8 --model !m/2|Rest ",
                "--last 2026-11 --compare last-year|Spend per day",
                "--last 28d --compare previous --timezone Asia/Kolkata --by provider|Spend per day",
                "--by week,author --top 1|Spend per week",
                "--since 2026-11-15 --until 2026-11-18 --compare previous|Spend less that of the"
                        + " range before",
                "--last 2020-01|No generations here",
            })
    void drawsWhatItHolds(String options, String words) throws IOException, InterruptedException {
        assertDraws(options, words, Instant.parse("2026-12-01T08:00:00Z"));
    }

    /** Later than any run of the test, which records by the system's clock. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--last 2026-11 --as-of 2098-11-30 --by trust|not counted as of an earlier time",
                "--last 2026-11 --as-of 2098-11-30|30 Nov 2098, 23:59:59",
                "--last 2026-11 --as-of 2026-11-01|At 1 Nov 2026, 23:59:59 the ledger knew no"
                        + " generation of this report."
            })
    void drawsWhatTheLedgerKnewEarlier(String options, String words)
            throws IOException, InterruptedException {
        assertDraws(options, words, Instant.parse("2098-12-01T08:00:00Z"));
    }

    private void assertDraws(String options, String words, Instant now)
            throws IOException, InterruptedException {
        Shell shell = new Shell(folder.resolve("team.db"));
        StringBuilder documents = new StringBuilder();
        for (int i = 0; i < 36; i++) {
            documents.append(
                    "{\"id\":\"gen-aaaaaaaaaaaaaaaaaa%02d\",\"upstream_id\":null,\"usage\":0.00123456%02d,\"model\":\"m/%d\",\"latency\":%d,\"created_at\":\"2026-11-%02dT12:30:00Z\"}\n"
                            .formatted(10 + i, i, i % 9, 100 + i, 5 + i / 2));
        }
        shell.typing(documents.toString()).run("import", "-");
        shell.run("config", "timezone", "UTC");
        shell.at(now);

        String drawn = drawn(shell, options);

        assertThat(drawn).contains(words);
        JsonNode totals = report(shell, options).path("totals");
        if (totals.path("requests").asInt() > 0) {
            assertThat(drawn.replaceAll("<[^>]*>", ""))
                    .containsPattern("\\$" + totals.path("spend").asString() + "\\D");
        }
    }

    @Test
    void anEmptyLedgerSaysWhatToDoNext() throws IOException, InterruptedException {
        Shell shell = new Shell(folder.resolve("empty.db"));
        shell.typing("").run("import", "-");

        assertThat(drawn(shell, "--top 3"))
                .contains("This ledger is empty", "genledger track --from app.log")
                .doesNotContain("curl");
    }

    private static JsonNode report(Shell shell, String options) {
        return shell.run(
                        Stream.concat(Stream.of("report", "--json"), Stream.of(options.split(" ")))
                                .toArray(String[]::new))
                .json();
    }

    /** The document as Chromium has drawn it, without an error of its console. */
    private String drawn(Shell shell, String options) throws IOException, InterruptedException {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no Chromium in PATH");
        Path file = folder.resolve("overview.html");
        Shell.Result written =
                shell.run(
                        Stream.concat(
                                        Stream.of("report", "--html", file.toString()),
                                        Stream.of(options.split(" ")))
                                .toArray(String[]::new));
        assertThat(written.exitCode()).as(written.err()).isZero();
        Path errors = folder.resolve("errors");
        Process browser =
                new ProcessBuilder(
                                chromium.get().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--enable-logging=stderr",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--dump-dom",
                                file.toUri().toString())
                        .redirectError(errors.toFile())
                        .start();
        String drawn =
                new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("(?s)<(script|style)\\b.*?</\\1>|<!--.*?-->", "");
        assertThat(browser.waitFor()).isZero();
        assertThat(Files.readString(errors)).doesNotContain("CONSOLE");
        assertThat(drawn)
                .contains("class=\"is-file\"", "id=\"main\"")
                .doesNotContain(
                        "class=\"figures-only\"", "does not hold", "<a href", "Reading the ledger");
        return drawn;
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder ->
                        Stream.of("chromium", "google-chrome").map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
