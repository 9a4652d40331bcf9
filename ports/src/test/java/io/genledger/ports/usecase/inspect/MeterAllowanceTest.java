package io.genledger.ports.usecase.inspect;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.AllowanceMeter;
import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.ByokUsage;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.testkit.InMemoryLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeterAllowanceTest {

    private static final AccountName OTHER = new AccountName("other");
    private static final Instant AT = Instant.parse("2026-09-20T12:00:00Z");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final MeterAllowance meter = new MeterAllowance(ledger);

    @BeforeEach
    void keepCallsOfTwoAccounts() {
        keep(1, "2026-08-31T23:59:59.999999Z", byok("0", Optional.of("1000")), OTHER);
        keep(2, "2026-09-01T00:00:00Z", byok("0", Optional.of("0.000000000001")), OTHER);
        keep(3, "2026-09-01T23:00:00Z", byok("0", Optional.empty()), OTHER);
        keep(4, "2026-09-02T00:00:00Z", credits("7"), OTHER);
        keep(5, "2026-09-20T23:59:59Z", byok("0.05", Optional.of("5")), OTHER);
        keep(6, "2026-09-21T00:00:00Z", byok("0", Optional.of("9")), OTHER);
        keep(7, "2026-09-03T00:00:00Z", byok("0", Optional.of("3")), AccountName.DEFAULT);
    }

    private void keep(int number, String created, Charges charges, AccountName account) {
        LedgerEntry entry =
                LedgerEntry.of(createdAt(costing(id(number), charges), Instant.parse(created)));
        ledger.record(List.of(new Recording(entry, document(id(number)), account)));
    }

    @Test
    void countsTheByokCallsOfTheMonthByAccountAndDay() {
        assertThat(meter.monthOf(AT, AccountPlans.STANDARD, Optional.empty()).uses())
                .isEqualTo(
                        Map.of(
                                AccountName.DEFAULT,
                                AllowanceUse.NONE.plus(day("2026-09-03"), usage(1, "3", 0)),
                                OTHER,
                                AllowanceUse.NONE
                                        .plus(day("2026-09-01"), usage(2, "0.000000000001", 1))
                                        .plus(day("2026-09-20"), usage(1, "5", 0))));
    }

    @Test
    void theMetersAreInTheOrderOfTheirAccounts() {
        Map<AccountName, AllowanceMeter> meters =
                meter.monthOf(AT, AccountPlans.STANDARD, Optional.empty()).metersAt(AT);

        assertThat(meters).containsOnlyKeys(AccountName.DEFAULT, OTHER);
        assertThat(meters.keySet()).containsExactly(AccountName.DEFAULT, OTHER);
        assertThat(requireNonNull(meters.get(OTHER)).usage())
                .isEqualTo(usage(3, "5.000000000001", 1));
    }

    /** Otherwise calls before the range would seem to be within the allowance. */
    @Test
    void aRangeIsCountedFromTheBeginningOfItsFirstMonth() {
        TimeRange range =
                new TimeRange(
                        Optional.of(Instant.parse("2026-09-20T10:00:00Z")),
                        Optional.of(Instant.parse("2026-09-20T11:00:00Z")));

        assertThat(meter.over(range, AccountPlans.STANDARD))
                .isEqualTo(meter.monthOf(AT, AccountPlans.STANDARD, Optional.empty()));
        var uses = meter.over(TimeRange.ALWAYS, AccountPlans.STANDARD).uses();
        assertThat(requireNonNull(uses.get(OTHER)).days()).hasSize(4);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static ByokUsage usage(long requests, String upstream, long unknown) {
        return new ByokUsage(requests, UsdAmount.of(upstream), unknown);
    }
}
