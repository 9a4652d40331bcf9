package io.genledger.app.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.genledger.app.web.RunningServer;
import io.genledger.app.web.browser.chromium.Axe;
import io.genledger.app.web.browser.chromium.Layout;
import io.genledger.app.web.browser.chromium.Rendering;
import io.genledger.domain.sample.Cases;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Names from outside that would run, break, hide or turn what stands beside them. */
class HostileNamesTest extends PageTest {

    private static final List<String> NAMES =
            List.of(
                    "<script>alert(1)</script>",
                    "\"><img src=https://evil.example/x onerror=alert(1)>",
                    "x".repeat(10_000),
                    "\u202eexe.dab/moc.live\u202c\u2066",
                    "شركة/نموذج-كبير",
                    "👩‍👩‍👧‍👦/e\u0301\u200b\u0000zero",
                    "=cmd|' /C calc'!A0",
                    "+1+1",
                    "@SUM(A1)",
                    "${7*7}{{constructor.constructor('alert(1)')()}}");

    /**
     * Each character that hides or turns text, which a screen must write out; a joiner belongs to
     * its emoji.
     */
    private static final String RAW =
            """
            () => [document.documentElement.textContent, ...[...document.querySelectorAll('*')].flatMap(one => [...one.attributes].map(each => each.value))]
              .filter(text => /[\\u0000-\\u0008\\u000b\\u000e-\\u001f\\u007f-\\u009f\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069]/.test(text)).map(text => text.slice(0, 200))
            """;

    private static final String LONG_TEXTS =
            "() => [...document.querySelectorAll('main bdi, main th, main td, header *, .controls"
                    + " bdi')].filter(one => one.children.length === 0 && one.textContent.length >"
                    + " 300).map(one => one.outerHTML.slice(0, 200))";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    RunningServer serve() {
        RunningServer started = new RunningServer(folder);
        byte[][] records = new byte[NAMES.size()][];
        for (int number = 0; number < records.length; number++) {
            records[number] = record(number);
        }
        started.record(records);
        return started;
    }

    private static String id(int number) {
        return "gen-17954349%02d-HostileHostileHostil".formatted(number);
    }

    private static byte[] record(int number) {
        String name = JSON.writeValueAsString(NAMES.get(number));
        return """
        {"data":{"id":"%s","created_at":"2026-11-23T11:%d:00.000Z","model":%s,"provider_name":%3$s,\
        "external_user":%3$s,"session_id":%3$s,"origin":%3$s,"preset_id":%3$s,"workspace_id":%3$s,\
        "finish_reason":%3$s,"native_finish_reason":%3$s,"service_tier":%3$s,"data_region":%3$s,"router":%3$s,\
        "api_type":%3$s,"user_agent":%3$s,"upstream_id":%3$s,"request_id":%3$s,\
        "usage":1.%d,"total_cost":1.%4$d,"is_byok":false,"upstream_inference_cost":0,\
        "native_tokens_prompt":10,"native_tokens_completion":5,"cancelled":false,"streamed":true,\
        "provider_responses":[{"status":200,"provider_name":%3$s,"latency":100}]}}\
        """
                .formatted(id(number), 10 + number, name, 100 + number)
                .getBytes(UTF_8);
    }

    private void isHarmless() {
        List<String> faults = new ArrayList<>();
        faults.addAll(tab.evaluate(RAW));
        faults.addAll(tab.evaluate(LONG_TEXTS));
        faults.addAll(
                tab.evaluate(
                        "() => [...document.querySelectorAll('body script, main img,"
                                + " [onerror]')].map(one => one.outerHTML)"));
        for (Rendering each : Rendering.light()) {
            each.of(tab);
            faults.addAll(Layout.sideways(tab));
            faults.addAll(Layout.clippedAmounts(tab));
        }
        assertThat(faults).isEmpty();
    }

    static List<String> dimensions() {
        return Cases.every(
                4,
                List.of(
                        "model",
                        "author",
                        "provider",
                        "user",
                        "app",
                        "account",
                        "session",
                        "workspace",
                        "preset",
                        "origin",
                        "api-type",
                        "finish-reason",
                        "tier",
                        "region",
                        "router",
                        "request"));
    }

    @ParameterizedTest
    @MethodSource("dimensions")
    void asValuesOfADimension(String dimension) {
        tab.open("/?range=24h&exact=1&by=" + dimension);
        tab.find(".more").all().forEach(more -> more.click());
        tab.loaded().find(".bar").last().hover();

        isHarmless();
        tab.press("f");
        tab.find(".menu [name=dim]").selectOption(dimension);
        tab.loaded();
        isHarmless();
    }

    @Test
    void asModelsOfTheList() {
        tab.open("/generations?id=" + id(0));

        assertThat(tab.find(".gens").textContent())
                .contains("<script>alert(1)</script>", "\\u202e");
        assertThat(Axe.findings(tab)).isEmpty();
        isHarmless();
    }

    /** Numbers of names, among the others those that would run, be too long or turn text. */
    static List<Integer> namesOfGenerations() {
        return Cases.every(2, List.of(0, 4, 1, 5, 2, 6, 3, 9));
    }

    @ParameterizedTest
    @MethodSource("namesOfGenerations")
    void inOneGenerationItsRunAndItsDocument(int number) {
        tab.open("/generation?id=" + id(number));
        isHarmless();
        tab.find("summary").click();
        tab.loaded();

        assertThat(Axe.findings(tab)).isEmpty();
        assertThat(Layout.sideways(tab)).isEmpty();
    }

    @Test
    void asFiltersAndIdsOfTheAddress() {
        for (String name : NAMES.subList(0, 6)) {
            String text =
                    URLEncoder.encode(name.substring(0, Math.min(2000, name.length())), UTF_8);
            tab.provokes("status of 40[04]").open("/?f=user:is:" + text + "&focus=" + text);
            isHarmless();
            tab.open("/generation?id=" + text);
            isHarmless();
        }
    }

    @Test
    void aSpreadsheetRunsNoneOfThem() throws IOException {
        tab.open("/?range=24h");
        Download saved = tab.page().waitForDownload(() -> tab.find(".tools button", "CSV").click());

        assertThat(Files.readString(saved.path()).lines().skip(1))
                .isNotEmpty()
                .noneMatch(row -> row.matches("\"?[=+@-].*"));
    }
}
