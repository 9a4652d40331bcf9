package io.genledger.adapter.sql.finding;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.report.FindingReader;
import io.genledger.ports.report.UndecidedFindings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Reads recorded findings from their sums by day. */
public final class JooqFindingReader implements FindingReader {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqFindingReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public AuditReport summarise(TimeRange range, Consumer<UndecidedFindings> undecided) {
        DayRange days = DayRange.of(range);
        return connection.snapshot(
                undecided,
                (sql, consumer) -> {
                    PrunedEntries.requireFrom(sql, days.since());
                    AuditReport report = report(sql, days);
                    UndecidedRows.read(sql, days, consumer);
                    return report;
                });
    }

    private static AuditReport report(DSLContext sql, DayRange days) {
        long generations = 0;
        long older = 0;
        List<FindingGroup> groups = new ArrayList<>();
        for (Map.Entry<Integer, FindingSum> one : FindingSums.in(sql, days).entrySet()) {
            int key = one.getKey();
            if (key >= 0) {
                groups.add(group(sql, days, key, one.getValue()));
            } else {
                generations += one.getValue().generations();
                older +=
                        -1 - key < StandardFindings.RULES_VERSION
                                ? one.getValue().generations()
                                : 0;
            }
        }
        return AuditReport.of(generations, older, groups);
    }

    private static FindingGroup group(DSLContext sql, DayRange days, int bit, FindingSum sum) {
        StandardFindings rule = rule(bit);
        return new FindingGroup(
                rule.code(),
                rule.severity(),
                rule.sentence(),
                sum.generations(),
                sum.money(),
                sum.unknownMoney(),
                dates(sum),
                FindingExamples.last(sql, days, bit, sum.days().lastKey())
                        .orElseThrow(() -> contradicted(rule)),
                FindingExamples.of(sql, days, bit, sum.days().keySet()));
    }

    private static LedgerUnavailableException contradicted(StandardFindings rule) {
        return new LedgerUnavailableException(
                "the sums of the finding "
                        + rule.code()
                        + " do not agree with the entries; `genledger verify` names what differs",
                null);
    }

    private static SortedMap<LocalDate, Long> dates(FindingSum sum) {
        SortedMap<LocalDate, Long> dates = new TreeMap<>();
        sum.days().forEach((day, generations) -> dates.put(LocalDate.ofEpochDay(day), generations));
        return dates;
    }

    private static StandardFindings rule(int bit) {
        try {
            return StandardFindings.ofBits(1L << bit).iterator().next();
        } catch (IllegalArgumentException unknown) {
            throw new LedgerUnavailableException(
                    "the ledger holds findings of rule "
                            + bit
                            + ", which this version of Genledger does not have; update Genledger",
                    unknown);
        }
    }
}
