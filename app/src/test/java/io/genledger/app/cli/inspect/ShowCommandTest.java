package io.genledger.app.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.app.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShowCommandTest {

    private static final String ID = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void openAShell() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    @Test
    void saysWhoBilledAnByokCall() {
        keep("\"is_byok\":true,\"usage\":0.000325,\"upstream_inference_cost\":0.0065");

        assertThat(shell.run("show", ID).out())
                .contains("$0.006825: $0.0065 upstream cost on your own key (BYOK)");
    }

    @Test
    void saysWhyASpendIsUnknown() {
        keep(
                "\"is_byok\":true,\"usage\":0,\"upstream_inference_cost\":null,"
                        + "\"created_at\":\"2026-01-01T00:00:00Z\"");
        JsonNode json = shell.run("show", ID, "--json").json();

        assertThat(shell.run("show", ID).out())
                .contains("unknown: the provider billed your own key (BYOK)")
                .contains("within the plan's monthly allowance");
        assertThat(json.at("/money/spend").isNull()).isTrue();
        assertThat(json.at("/money/spendUnknown/sentence").asString())
                .contains("upstream_inference_cost");
        assertThat(json.at("/zeroReason/code").asString()).isEqualTo("byok-allowance");
    }

    @Test
    void saysWhatWritingTheCacheCost() {
        keep("\"usage\":0.12915825,\"cache_discount\":-0.02507625");

        assertThat(shell.run("show", ID).out())
                .contains("writing it cost $0.02507625 extra; would have cost $0.104082 without");
    }

    @Test
    void keepsEveryDigitThatReportsRound() {
        keep("\"usage\":0.0018599999999999999");

        assertThat(shell.run("show", ID).out())
                .contains("$0.0018599999999999999 from credits", "amount-finer-than-ledger");
        assertThat(shell.run("report", "--json").json().at("/totals/spend").asString())
                .isEqualTo("0.00186");
    }

    @Test
    void showsEveryFieldThatTheRecordStates() throws IOException {
        RecordedDocuments.Recorded sample =
                RecordedDocuments.all().stream()
                        .filter(each -> each.name().equals("doc_official_example_2026.json"))
                        .findFirst()
                        .orElseThrow();
        Path file = Files.write(folder.resolve("sample.json"), sample.bytes());
        shell.run("import", file.toString());
        String sheet = shell.run("show", sample.id().value()).out();

        JsonNode data = JsonMapper.shared().readTree(sample.bytes()).path("data");
        assertThat(data.propertyNames()).hasSizeGreaterThan(40);
        for (String name : data.propertyNames()) {
            if (!data.path(name).isNull() && !name.equals("id")) {
                assertThat(sheet).contains(name.equals("created_at") ? "created " : name);
            }
        }
    }

    @Test
    void listsFieldsThatNobodyKnewYet() {
        keep("\"usage\":1,\"energy_wh\":0.250");
        JsonNode json = shell.run("show", ID, "--json").json();

        assertThat(shell.run("show", ID).out()).contains("energy_wh (new)", "0.250");
        assertThat(json.at("/unknownFields/energy_wh").asString()).isEqualTo("0.250");
    }

    @Test
    void saysHowATimeIsKnownThatTheRecordDoesNotState() {
        keep("\"usage\":1");

        assertThat(shell.run("show", ID).out())
                .contains("2025-08-20T08:02:07Z (from the id; the record does not state it)");
        assertThat(shell.run("show", ID, "--json").json().path("createdAtBasis").asString())
                .isEqualTo("id");
    }

    @Test
    void printsNumbersAsNumbersAndMoneyAsText() {
        keep(
                "\"usage\":1.50,\"native_tokens_prompt\":999999999,\"latency\":337,"
                        + "\"streamed\":true,\"provider_responses\":[{\"status\":429}]");
        JsonNode json = shell.run("show", ID, "--json").json();
        JsonNode stated = json.path("stated");

        assertThat(stated.path("usage").asString()).isEqualTo("1.5");
        assertThat(stated.path("native_tokens_prompt").asLong()).isEqualTo(999_999_999L);
        assertThat(stated.path("latency").isNumber()).isTrue();
        assertThat(stated.path("streamed").isBoolean()).isTrue();
        assertThat(json.at("/attempts/0/status").asInt()).isEqualTo(429);
    }

    private void keep(String fields) {
        shell.typing("{\"data\":{\"id\":\"" + ID + "\",\"upstream_id\":null," + fields + "}}").run("import", "-");
    }
}
