package io.genledger.app.cli.collect;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.service.collect.CollectDisplay;
import io.genledger.app.service.collect.CollectEvents;
import io.genledger.app.service.collect.QueueProbe;
import io.genledger.app.view.intake.CollectNotes;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.queue.admin.QueueTotal;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.usecase.collect.CollectPlan.Until;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.collect.Delay;
import io.genledger.ports.usecase.queue.ListPending;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.Waiter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of the screens, event by event. */
class ScreensTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Pattern TIMES =
            Pattern.compile("([0-9]+) more rate limits?|times=([0-9]+)");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final InMemoryPendingGenerations queue =
            new InMemoryPendingGenerations(new InMemoryLedger());
    private QueueReader reader = queue.admin();
    private Instant now = START;

    /** The three forms of a screen. */
    enum Form {
        STATUS_LINE,
        PLAIN_LINES,
        LOG
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatLimitsTheRateAgainAndAgainFillsNoScreen(Form form) {
        try (CollectDisplay screen = screen(form)) {
            for (int number = 0; number < 150; number++) {
                delayFor(screen, Duration.ofSeconds(2));
                pass(screen, Duration.ofSeconds(2));
            }
        }
        List<String> delays = lines().stream().filter(line -> line.contains("429")).toList();

        assertThat(delays).hasSizeBetween(10, 12);
        assertThat(1 + delays.stream().mapToInt(ScreensTest::times).sum()).isEqualTo(150);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondDelayAfterAMinuteIsShownAtOnce(Form form) {
        try (CollectDisplay screen = screen(form)) {
            delayFor(screen, Duration.ofSeconds(2));
            pass(screen, Duration.ofSeconds(60));
            screen.delayed(limited());

            assertThat(lines().stream().filter(line -> line.contains("429"))).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongDelaySoonAfterAShortOneIsShown(Form form) {
        try (CollectDisplay screen = screen(form)) {
            delayFor(screen, Duration.ofSeconds(2));
            delayFor(screen, Duration.ofSeconds(30));
        }

        assertThat(lines().stream().filter(line -> line.contains("429"))).hasSize(2);
        assertThat(lines().stream().filter(line -> line.contains("after"))).hasSize(2);
        assertThat(lines().toString()).doesNotContain("more rate limit", "times=");
    }

    @Test
    void anOutageIsOneEventAndItsEndAnother() {
        CollectDisplay screen = screen(Form.LOG);
        screen.delayed(new Delay(now, Optional.empty(), false, "Connection refused"));
        for (int number = 1; number <= 72; number++) {
            screen.outcome(id(number), Outcome.UNAVAILABLE, Optional.of("Connection refused"));
        }
        screen.progress(counts(Map.of(Outcome.UNAVAILABLE, 72L)));
        now = now.plusSeconds(40);
        screen.resumed(new Delay(START, Optional.empty(), false, "Connection refused"));

        assertThat(lines())
                .containsExactly(
                        "time=2026-11-23T12:00:00.000Z event=outage since=2026-11-23T12:00:00.000Z"
                                + " reason=\"Connection refused\"",
                        "time=2026-11-23T12:00:40.000Z event=recovered after=40s ids=72");
    }

    @Test
    void anOutageInWhichTheWholeRunBacksOffHasOneEnd() {
        CollectDisplay screen = screen(Form.LOG);
        screen.delayed(new Delay(now, Optional.empty(), false, "Connection refused"));
        now = now.plusSeconds(5);
        screen.delayed(limited());
        now = now.plusSeconds(35);
        screen.resumed(limited());

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(1)).contains("event=backoff until=");
        assertThat(lines().get(2)).contains("event=recovered after=40s");
    }

    @Test
    void aLogNamesTheIdsToLookAtAndTheLedgersOutages() {
        CollectDisplay screen = screen(Form.LOG);
        screen.outcome(id(1), Outcome.GIVEN_UP, Optional.of("not \"found\""));
        screen.outcome(id(2), Outcome.RECORDED, Optional.empty());
        screen.ledgerUnavailable("locked");
        screen.ledgerAvailable();

        assertThat(lines())
                .containsExactly(
                        "time=2026-11-23T12:00:00.000Z event=given-up id="
                                + id(1)
                                + " reason=\"not \\\"found\\\"\"",
                        "time=2026-11-23T12:00:00.000Z event=ledger-unavailable reason=\"locked\"",
                        "time=2026-11-23T12:00:00.000Z event=ledger-available");
    }

    @Test
    void anIdleLogHasALineEachMinute() {
        track(id(1));
        CollectDisplay screen = screen(Form.LOG);
        pass(screen, Duration.ofMinutes(3));

        assertThat(lines())
                .hasSize(3)
                .last()
                .isEqualTo(
                        "time=2026-11-23T12:03:00.000Z event=counts recorded=0 revised=0 replaced=0"
                                + " unchanged=0 not-ready=0 given-up=0 unavailable=0 failed=0"
                                + " pending=1 oldest=180s spend-recorded=0 spend-unknown=0");
    }

    @Test
    void plainLinesTellTheProgressTwiceAMinute() {
        track(id(1));
        CollectDisplay screen = screen(Form.PLAIN_LINES);
        pass(screen, Duration.ofSeconds(29));

        assertThat(lines()).isEmpty();
        pass(screen, Duration.ofSeconds(61));
        assertThat(lines())
                .hasSize(3)
                .first()
                .isEqualTo("waiting: 0 recorded; 1 pending; next try now; 0.0 ids/s; oldest 30 s");
    }

    @Test
    void aRateIsOfTheLastTenSeconds() {
        CollectDisplay screen = screen(Form.PLAIN_LINES);
        for (long second = 0; second <= 30; second++) {
            screen.progress(counts(Map.of(Outcome.RECORDED, 5 * Math.max(0, second - 20))));
            now = now.plusSeconds(1);
        }

        assertThat(lines()).singleElement().asString().endsWith("; 0 pending; 5.0 ids/s");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void aStatusLineHoldsWholePartsOnly(int columns) {
        track(id(1));
        CollectDisplay screen = screen(Form.STATUS_LINE, columns);
        screen.delayed(limited());
        CollectSummary counts =
                counts(Map.of(Outcome.RECORDED, 1_234_567L, Outcome.NOT_READY, 198_000L));
        screen.progress(counts);
        now = now.plusSeconds(1);
        screen.progress(counts);
        List<String> drawn = lines();
        String last = drawn.get(drawn.size() - 1);
        String whole =
                "waiting: backing off 1 s; 1,234,567 recorded, 198,000 not ready; 1 pending;"
                        + " 0.0 ids/s; oldest 1 s";

        assertThat(last).hasSizeLessThan(columns);
        assertThat(whole).startsWith(last);
        assertThat(whole.substring(last.length())).matches("|;.*| 1,234.*");
    }

    @ParameterizedTest
    @EnumSource
    void aQueueThatCouldNotBeReadIsNotShownAsEmpty(Form form) {
        reader = new UnavailableQueue();
        try (CollectDisplay screen = screen(form)) {
            pass(screen, Duration.ofMinutes(1));
        }

        assertThat(lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("recorded"))
                .noneMatch(line -> line.contains("pending") || line.contains("oldest"));
    }

    private static final class UnavailableQueue implements QueueReader {

        @Override
        public List<QueueEntry> list(QueueQuery query, int most, Instant now) {
            throw locked();
        }

        @Override
        public List<QueueTotal> count(QueueQuery query, Instant now) {
            throw locked();
        }

        @Override
        public Optional<QueueEntry> find(GenerationId id, Instant now) {
            throw locked();
        }

        private static LedgerUnavailableException locked() {
            return LedgerUnavailableException.transientFailure("locked", null);
        }
    }

    private void track(GenerationId id) {
        var unused = queue.track(Set.of(id), now);
    }

    private CollectDisplay screen(Form form) {
        return screen(form, 100);
    }

    private CollectDisplay screen(Form form, int columns) {
        RunEnvironment runtime =
                new RunEnvironment(() -> now, () -> now, Runnable::run, Waiter.REAL, new Random(1));
        Console console =
                new Console(
                        Map.of(),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        runtime,
                        Optional.of(columns),
                        form == Form.STATUS_LINE,
                        "genledger",
                        new ShutdownSignals());
        QueueProbe probe =
                new QueueProbe(() -> now, new ListPending(reader, queue.quarantine(), () -> now));
        return form == Form.LOG
                ? new CollectEvents(runtime, probe, console::log)
                : new TextScreen(console, Until.NOTHING_PENDING, probe, new CollectNotes());
    }

    private void delayFor(CollectDisplay screen, Duration duration) {
        Delay delay = limited();
        screen.delayed(delay);
        pass(screen, duration);
        screen.resumed(delay);
    }

    private Delay limited() {
        return new Delay(now, Optional.of(now.plusSeconds(2)), true, "OpenRouter answered 429");
    }

    private void pass(CollectDisplay screen, Duration duration) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            now = now.plusSeconds(1);
            screen.progress(CollectSummary.NOTHING);
        }
    }

    private static CollectSummary counts(Map<Outcome, Long> counts) {
        return new CollectSummary(
                counts, SpendTotals.NONE, Optional.empty(), Optional.empty(), false);
    }

    private List<String> lines() {
        return err.toString(StandardCharsets.UTF_8)
                .replace("\r\u001b[K", "\n")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static int times(String line) {
        return TIMES.matcher(line).results().findFirst().map(ScreensTest::number).orElse(0);
    }

    private static int number(MatchResult times) {
        return Integer.parseInt(
                Optional.ofNullable(times.group(1)).orElseGet(() -> times.group(2)));
    }
}
