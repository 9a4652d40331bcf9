package io.genledger.adapter.sql.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.ledger.admin.VerificationListener;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All figures that a ledger states of the generations of a period. */
final class Figures {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private static final List<Dimension> STATED_BY_ALL =
            List.of(Dimension.MODEL, Dimension.PROVIDER, Dimension.TRUST, Dimension.BYOK);

    private Figures() {}

    /** The list of generations and the sums by every dimension that all kinds of documents state. */
    static List<String> of(LedgerDatabase database, Instant since, Instant until) {
        TimeRange range = new TimeRange(Optional.of(since), Optional.of(until));
        List<String> figures = new ArrayList<>();
        database.generations()
                .read(
                        new GenerationQuery(
                                range,
                                List.of(),
                                GenerationQuery.Order.OLDEST,
                                Optional.empty(),
                                1_000),
                        row -> {
                            figures.add(row.id() + " " + row.created() + " " + named(row) + " " + row.totals());
                        });
        for (Dimension dimension : STATED_BY_ALL) {
            sums(database, List.of(dimension), range, ZoneOffset.UTC)
                    .forEach(row -> figures.add(dimension + " " + row));
        }
        for (ZoneId zone : List.of(ZoneOffset.UTC, KATHMANDU)) {
            sums(database, List.of(Dimension.DAY), range, zone)
                    .forEach(row -> figures.add("DAY in " + zone + " " + row));
        }
        sums(database, List.of(), range, ZoneOffset.UTC).forEach(row -> figures.add("all " + row));
        return figures;
    }

    private static List<String> named(GenerationRow row) {
        return STATED_BY_ALL.stream().map(dimension -> row.texts().get(dimension)).toList();
    }

    static List<SpendRow> sums(
            LedgerDatabase database, List<Dimension> by, TimeRange range, ZoneId zone) {
        List<SpendRow> rows = new ArrayList<>();
        database.spend().read(new SpendQuery(by, range, zone), rows::add);
        return rows;
    }

    /** Requires that the sums which the ledger keeps are those of its entries. */
    static void verify(LedgerDatabase database) {
        assertThat(database.verifier().verify(5, VerificationListener.NONE).named()).isEmpty();
    }
}
