package io.genledger.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceUseTest {

    private static final long SEED = 20261130;
    private static final LocalDate FIRST = LocalDate.parse("2026-07-01");

    /** One call of $1,000 a day from the first of July on. */
    private static final AllowanceUse DAILY = use(200);

    private static AllowanceUse use(int days) {
        NavigableMap<LocalDate, ByokUsage> all = new TreeMap<>();
        for (int i = 0; i < days; i++) {
            all.put(FIRST.plusDays(i), new ByokUsage(1, UsdAmount.of("1000"), i % 2));
        }
        return new AllowanceUse(all);
    }

    /** In August 2026 requests count until the 9th, and the upstream cost from the 10th. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    at                   | since      | until      | allowance  | used  | unknown | judged
                    2026-07-31T23:59:59Z | 2026-07-01 | 2026-08-01 | 1000000req | 31    | 15      | true
                    2026-08-01T00:00:00Z | 2026-08-01 | 2026-08-10 | 1000000req | 1     | 1       | false
                    2026-08-09T23:59:59Z | 2026-08-01 | 2026-08-10 | 1000000req | 9     | 5       | false
                    2026-08-10T00:00:00Z | 2026-08-10 | 2026-09-01 | 25000USD   | 1000  | 0       | false
                    2026-08-31T23:59:59Z | 2026-08-10 | 2026-09-01 | 25000USD   | 22000 | 11      | false
                    2026-09-01T00:00:00Z | 2026-09-01 | 2026-10-01 | 25000USD   | 1000  | 0       | true
                    """)
    void eachPlanCountsFromZero(
            Instant at,
            LocalDate since,
            LocalDate until,
            String allowance,
            BigDecimal used,
            long unknown,
            boolean judged) {
        AllowanceMeter meter = DAILY.meterAt(at, PlanHistory.STANDARD).orElseThrow();

        assertThat(meter.period().since()).isEqualTo(start(since));
        assertThat(meter.period().until()).isEqualTo(start(until));
        assertThat(meter.allowance()).isEqualTo(Allowance.parse(allowance));
        assertThat(meter.used()).isEqualByComparingTo(used);
        assertThat(meter.usage().unknownUpstream()).isEqualTo(unknown);
        assertThat(PlanHistory.STANDARD.judgesFeesAt(at)).isEqualTo(judged);
    }

    /** The pace is that since the beginning of the period. */
    @ParameterizedTest
    @CsvSource({
        "2026-09-11T00:00:00Z, 8000USD, true,",
        "2026-09-11T00:00:00Z, 11000USD, true,",
        "2026-09-11T00:00:00Z, 12000USD, false, 2026-09-11T21:49:05Z",
        "2026-09-11T00:00:00Z, 25000USD, false, 2026-09-23T17:27:16Z",
        "2026-09-11T00:00:00Z, 33000USD, false,",
        "2026-08-11T00:00:00Z, 10000USD, false, 2026-08-15T00:00:00Z",
        "2026-09-11T00:00:00Z, 22req, false, 2026-09-21T00:00:00Z"
    })
    void endsAtThePresentPace(Instant at, String allowance, boolean usedUp, @Nullable Instant end) {
        PlanHistory plans = PlanHistory.withAllowance(Allowance.parse(allowance));
        AllowanceMeter meter = DAILY.meterAt(at, plans).orElseThrow();

        assertThat(meter.isUsedUp()).isEqualTo(usedUp);
        if (end == null) {
            assertThat(meter.endsAt()).isEmpty();
        } else {
            assertThat(meter.endsAt()).contains(end);
        }
    }

    @Test
    void thereIsNoMeterWithoutAllowanceOrCalls() {
        Instant at = Instant.parse("2026-09-11T00:00:00Z");
        Plan none = new Plan(FeeRate.of("5"), Allowance.Requests.NONE);

        assertThat(DAILY.meterAt(at, PlanHistory.always(none))).isEmpty();
        assertThat(AllowanceUse.NONE.meterAt(at, PlanHistory.STANDARD)).isEmpty();
        assertThat(DAILY.lastsAt(at, PlanHistory.always(none))).isFalse();
    }

    @Test
    void itLastsUntilTheDayOnWhichItIsExceeded() {
        PlanHistory plans = PlanHistory.withAllowance(Allowance.parse("5000USD"));

        assertThat(DAILY.lastsAt(Instant.parse("2026-09-05T23:59:59Z"), plans)).isTrue();
        assertThat(DAILY.lastsAt(Instant.parse("2026-09-06T00:00:00Z"), plans)).isFalse();
        assertThat(DAILY.lastsAt(Instant.parse("2026-10-01T00:00:00Z"), plans)).isTrue();
    }

    /** Every moment is in one period, the days of a month's periods add up to the month. */
    @Test
    void theDaysAddUpToTheMonthAndPeriodsDoNotOverlap() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            PlanHistory plans = plans(random);
            AllowanceUse use = use(random);
            YearMonth month = YearMonth.of(2026, 1 + random.nextInt(12));
            Instant beginning = start(month.atDay(1));
            Instant end = start(month.plusMonths(1).atDay(1));
            ByokUsage sum = ByokUsage.NONE;
            Instant at = beginning;
            while (at.isBefore(end)) {
                MeteredPeriod period = plans.periodAt(at);
                assertThat(period.since()).as("%s, seed %d", plans, SEED).isEqualTo(at);
                Duration length = Duration.between(at, period.until());
                Instant within = at.plusSeconds((long) random.nextInt((int) length.toSeconds()));
                assertThat(plans.periodAt(within)).isEqualTo(period);
                sum = sum.plus(use.between(at, period.until()));
                at = period.until();
            }

            assertThat(at).isEqualTo(end);
            ByokUsage days = ByokUsage.NONE;
            for (LocalDate day = month.atDay(1); day.isBefore(month.plusMonths(1).atDay(1)); ) {
                days = days.plus(use.days().getOrDefault(day, ByokUsage.NONE));
                day = day.plusDays(1);
            }
            assertThat(sum).isEqualTo(days).isEqualTo(use.between(beginning, end));
        }
    }

    private static PlanHistory plans(Random random) {
        TreeMap<Instant, Plan> plans = new TreeMap<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            plans.put(
                    start(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365))),
                    new Plan(FeeRate.of("5"), new Allowance.Requests(i)));
        }
        return new PlanHistory(plans);
    }

    private static AllowanceUse use(Random random) {
        NavigableMap<LocalDate, ByokUsage> days = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            days.put(
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)),
                    new ByokUsage(
                            random.nextInt(9),
                            new UsdAmount(BigDecimal.valueOf(random.nextInt(), 9)),
                            random.nextInt(3)));
        }
        return new AllowanceUse(days);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
