package io.genledger.app.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.web.RunningServer;
import io.genledger.app.web.browser.chromium.Axe;
import io.genledger.app.web.browser.chromium.Layout;
import io.genledger.app.web.browser.chromium.Rendering;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signing in and out, and a token that permits too little. */
class AccessTest extends PageTest {

    /** Gathers what the page says of a lost connection, also for a moment. */
    private static final String SAYS_OFFLINE =
            """
            () => {
              window.offline = new Set();
              const look = () => document.body.textContent.match(/Offline[^.]{0,40}/g)?.forEach(one => offline.add(one));
              new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
            }
            """;

    private String reader = "";

    @Override
    RunningServer serve() throws IOException {
        RunningServer started = GeneratedLedger.serve(folder);
        GeneratedLedger.send(started, "gen-1755676927-0000000000000000000A\n");
        try (OpenRouterSimulator openRouter = OpenRouterSimulator.start(Behaviours.notFound())) {
            started.shell().with("OPENROUTER_API_KEY", "sk-or-test").collectFrom(openRouter);
        }
        reader = token(started, "reader", Scope.READ);
        started.advance(Duration.ofSeconds(1));
        return started;
    }

    private static String token(RunningServer server, String name, Scope scope) {
        return server.application()
                .createToken()
                .create(new TokenName(name), scope, Optional.empty())
                .orElseThrow()
                .secret()
                .value();
    }

    private void signIn(String token) {
        tab.find("[name=token]").fill(token);
        tab.press("Enter");
    }

    @Test
    void aReaderSignsInAndOut() {
        tab.provokes("status of 40[13]").open("/?by=provider");
        assertThat(tab.find("h1")).hasText("Sign in");
        for (Rendering each : Rendering.all()) {
            each.of(tab);
            assertThat(Axe.findings(tab)).isEmpty();
            assertThat(Layout.sideways(tab)).isEmpty();
        }

        signIn("glt_" + "z".repeat(43));
        assertThat(tab.find("[role=alert]")).not().isEmpty();
        assertThat(tab.find("[name=token]")).isFocused();

        signIn(reader);
        assertThat(tab.find("h1")).hasText("Spend per day");
        assertThat(tab.loaded().address()).isEqualTo("/?by=provider");
        assertThat(tab.open("/health").find("h1")).hasText("Findings");
        assertThat(tab.evaluate("() => [document.cookie]")).containsExactly("");

        tab.press("?");
        tab.find("dialog button", "Sign out").click();
        assertThat(tab.find("h1")).hasText("Sign in");
        tab.loaded();
    }

    @Test
    void anEndedAccessLeadsToTheSignInAndIsNoLostConnection() {
        String leaving = token(server, "leaving", Scope.READ);
        server.advance(Duration.ofSeconds(1));
        tab.provokes("status of 40[13]").open("/");
        signIn(leaving);
        assertThat(tab.find("h1")).hasText("Spend per day");
        tab.loaded();

        tab.page().evaluate(SAYS_OFFLINE);
        server.shell().run("token", "revoke", "leaving");
        server.advance(Duration.ofSeconds(1));

        assertThat(tab.find("h1"))
                .hasText("Sign in", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(tab.find(".sign-in")).containsText("Your access ended; sign in again.");
        assertThat(tab.find(".live")).hasCount(0);
        assertThat(tab.evaluate("() => [...offline]")).isEmpty();
    }

    @Test
    void whoMayOnlyReadIsToldWhatARetryNeeds() {
        tab.provokes("status of 40[13]").open("/health");
        signIn(reader);
        assertThat(tab.find("h1")).hasText("Findings");

        tab.loaded().find(".queue button", "Retry").first().click();

        assertThat(tab.find("[role=status]", "scope")).containsText("write");
        assertThat(tab.loaded().find(".queue button", "Retry").first()).isVisible();
    }
}
