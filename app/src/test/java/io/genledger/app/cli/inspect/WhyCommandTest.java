package io.genledger.app.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.domain.generation.GenerationId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WhyCommandTest {

    private static final String ID = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    /** The order of the answer: the money, the cache, then what is unknown. */
    @Test
    void tellsTheMoneyLineByLine() {
        keep(
                "\"model\":\"a/b\",\"provider_name\":\"Anthropic\",\"created_at\":\"2025-08-20T08:02:08Z\","
                    + "\"is_byok\":true,\"usage\":0.000325,\"upstream_inference_cost\":0.0065,"
                    + "\"cache_discount\":0.001,\"native_tokens_prompt\":10,\"native_tokens_completion\":5,"
                    + "\"native_tokens_cached\":8,\"latency\":100,\"moderation_latency\":25,"
                    + "\"generation_time\":2000,\"provider_responses\":["
                    + "{\"provider_name\":\"Google\",\"status\":429,\"latency\":327},"
                    + "{\"provider_name\":\"Anthropic\",\"status\":200,\"latency\":50,\"is_byok\":true}]");

        assertThat(shell.run("why", ID).out().lines().map(WhyCommandTest::squeezed))
                .containsExactly(
                        "gen-1755676927-7WlHzIQWGoPWoKYj3Arf cost $0.006825",
                        "",
                        "What it was",
                        " model a/b",
                        " provider Anthropic",
                        " created 2025-08-20T08:02:08Z",
                        " tokens, as the provider counts 10 prompt, 5 completion",
                        "",
                        "The money",
                        " OpenRouter's fee, from your credits $0.000325",
                        " upstream cost, estimate at list price $0.006500",
                        " spend in all $0.006825",
                        "",
                        "The prompt cache",
                        " read from it 8 prompt tokens, 80.0% of the prompt",
                        " effect saved $0.001; would have cost $0.007825 without",
                        " the price without the cache $0.007825",
                        " saved by reading from the cache -$0.001000",
                        " spend in all $0.006825",
                        "",
                        "The attempts",
                        " attempt 1 Google: rate limited (HTTP 429), 327 ms",
                        " attempt 2 Anthropic: HTTP 200, 50 ms, BYOK",
                        " failed attempts 1, which took 327 ms",
                        "",
                        "The time",
                        " latency 100 ms",
                        " of which moderation 25 ms, 25.0%",
                        " generation time 2000 ms",
                        " speed 2.5 tokens a second",
                        "",
                        "What a million tokens cost",
                        " prompt and completion together $455.00",
                        "",
                        "What is not known",
                        " price of a prompt or completion token the record states one price for"
                                + " both together");
    }

    @Test
    void saysWhatIsUnknownAndWhatIsKnownAllTheSame() {
        keep("\"is_byok\":true,\"usage\":0.000325,\"upstream_inference_cost\":null");
        Shell.Result why = shell.run("why", ID);

        assertThat(squeezed(why))
                .contains(
                        "gen-1755676927-7WlHzIQWGoPWoKYj3Arf: what it cost is not known",
                        "OpenRouter's fee, from your credits $0.000325",
                        "upstream cost, estimate at list price not stated",
                        "spend in all not known: the provider billed your own key (BYOK)",
                        "warning: spend-unknown the spend is unknown and missing from every sum"
                                + " (is_byok true, upstream_inference_cost not stated)");
        assertThat(why.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "model":"a/b:free"                                     | a :free variant of the model           | model a/b:free
                    "cancelled":true                                       | cancelled by the caller, and OpenRouter billed nothing | cancelled true
                    "native_tokens_completion":0,"finish_reason":""        | it ended in an error or without output, which OpenRouter does not bill (zero-completion insurance) | finish_reason empty, native_tokens_completion 0
                    "response_cache_source_id":"gen-1"                     | replayed from OpenRouter's response cache; no model ran | response_cache_source_id gen-1
                    "is_byok":true,"upstream_inference_cost":1,"created_at":"2026-01-01T00:00:00Z" | your own key (BYOK) was used, on a plan with a monthly allowance free of the fee | is_byok true, usage $0.00, upstream_inference_cost $1.00
                    "model":"a/b"                                          | no reason found in the record              | usage $0.00
                    """)
    void saysWhyAZeroIsZero(String fields, String reason, String evidence) {
        keep("\"usage\":0," + fields);

        assertThat(squeezed(shell.run("why", ID)))
                .contains(
                        "Why nothing was taken from credits",
                        "reason " + reason,
                        "it follows from " + evidence);
        JsonNode zero = shell.run("why", ID, "--json").json().path("zeroReason");
        assertThat(zero.path("sentence").asString()).isEqualTo(reason);
        assertThat(zero.path("evidence").isEmpty()).isFalse();
    }

    @Test
    void theCacheIsToldInWordsAndInLines() {
        keep("\"usage\":0.0004688775,\"cache_discount\":0.0010926");

        assertThat(shell.run("why", ID).out())
                .contains("saved $0.0010926; would have cost $0.0015614775 without")
                .containsPattern("the price without the cache +\\$0\\.0015614775\n")
                .containsPattern("saved by reading from the cache +-\\$0\\.0010926000\n")
                .containsPattern("spend in all +\\$0\\.0004688775\n");
    }

    @Test
    void thePlanDecidesWhetherAFeeIsTooHigh() {
        keep("\"is_byok\":true,\"usage\":0.4,\"upstream_inference_cost\":4");

        assertThat(squeezed(shell.run("why", ID))).contains("at stake $0.20)");
        assertThat(shell.run("why", ID, "--byok-fee", "10%").out())
                .doesNotContain("What is odd about it");
    }

    @ParameterizedTest
    @CsvSource({
        "--byok-fee, five, no percentage 'five'",
        "--byok-fee, 101, no percentage '101'",
        "--byok-fee, 1e1%, no percentage '1e1%'",
        "--byok-allowance, 1000000, no allowance '1000000': expected an amount or a number of"
                + " requests with its unit",
        "--byok-allowance, -1req, no allowance '-1req'"
    })
    void aPlanThatCannotBeIsRefused(String option, String value, String complaint) {
        Shell.Result refused = shell.run("why", ID, option + "=" + value);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains(complaint).doesNotContain("\tat ");
    }

    @Test
    void whatIsNotHeldIsNotExplained() {
        keep("\"usage\":1");
        Shell.Result why = shell.run("why", "gen-other");

        assertThat(why.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(why.err()).contains("the ledger does not hold gen-other");
        assertThat(why.out()).isEmpty();
    }

    static List<RecordedDocuments.Recorded> documents() {
        return RecordedDocuments.all().stream()
                .filter(each -> each.kind() != RecordedDocuments.Kind.NOT_FOUND)
                .toList();
    }

    /** Whatever the document, the lines of the bill add up, in text as in JSON. */
    @ParameterizedTest
    @MethodSource("documents")
    void explainsEveryRecordedDocument(RecordedDocuments.Recorded document) {
        GenerationId id = document.id();
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        String named =
                text.contains("\"id\"")
                        ? text
                        : text.replaceFirst(
                                "\\{\"data\":\\s*\\{", "{\"data\":{\"id\":\"" + id + "\",");
        shell.typing(named).run("import", "-");
        JsonNode why = shell.run("why", id.value(), "--json").json();
        String sheet = shell.run("why", id.value()).out();

        List<BigDecimal> amounts = new ArrayList<>();
        why.path("payments")
                .forEach(line -> amounts.add(new BigDecimal(line.path("amount").asString())));
        assertThat(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(new BigDecimal(why.at("/money/spend").asString()));
        assertThat(sheet).startsWith(id + " cost $").contains("The money", "spend in all");
        why.path("notKnown")
                .forEach(gap -> assertThat(sheet).contains(gap.path("figure").asString()));
        why.path("findings")
                .forEach(found ->
                        assertThat(squeezed(sheet)).contains(found.path("sentence").asString()));
    }

    private void keep(String fields) {
        shell.typing("{\"data\":{\"id\":\"" + ID + "\",\"upstream_id\":null," + fields + "}}")
                .run("import", "-");
    }

    private static String squeezed(Shell.Result result) {
        return squeezed(result.out());
    }

    /** On one line, so that no expectation rests on where lines are broken. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
