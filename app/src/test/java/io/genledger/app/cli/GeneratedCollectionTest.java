package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the simulator makes up is read as it is meant: every document, every digit. */
class GeneratedCollectionTest {

    private static final GeneratedGenerations GENERATED =
            GeneratedGenerations.of(7, 1_000, Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir private Path folder;

    @Test
    void theReportEqualsTheSpendOfTheGeneratedGenerations() {
        Shell shell =
                new Shell(folder.resolve("ledger.db")).with("OPENROUTER_API_KEY", "sk-or-test");
        shell.typing(ids()).run("track", "--from", "-");
        try (OpenRouterSimulator openRouter =
                OpenRouterSimulator.start(Behaviours.documents(GENERATED::document))) {
            Shell.Result collected = shell.collectFrom(openRouter);

            assertThat(collected.out()).startsWith("1,000 recorded");
            assertThat(openRouter.counts().responses()).isEqualTo(Map.of(200, 1_000L));
            assertThat(openRouter.counts().mostForOneId()).isEqualTo(1);
            assertThat(openRouter.counts().clashes()).isZero();
        }
        JsonNode totals = shell.run("--json", "report").json().path("totals");
        BigDecimal spend = new BigDecimal(totals.path("spend").asString());

        assertThat(totals.path("requests").asLong()).isEqualTo(1_000);
        assertThat(spend).isEqualByComparingTo(spendKnown());
        assertThat(totals.path("unknownSpend").asLong())
                .isEqualTo(GENERATED.stream().filter(each -> each.spend().isEmpty()).count());
    }

    private static String ids() {
        return GENERATED.stream().map(GeneratedGeneration::id).collect(Collectors.joining("\n"));
    }

    private static BigDecimal spendKnown() {
        return GENERATED.stream()
                .flatMap(each -> each.spend().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
