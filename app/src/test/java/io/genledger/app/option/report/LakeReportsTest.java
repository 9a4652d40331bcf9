package io.genledger.app.option.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.app.option.NamedValues;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.report.ReportOptions.Medium;
import io.genledger.app.view.json.JsonReport;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.TextPattern;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LakeReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final List<SpendQuery> asked = new ArrayList<>();
    private final LakeReports reports =
            new LakeReports(new Reader(), () -> NOW, List.of(TextPattern.parse("e*")));

    /** Has one row without generations, and knows no queue. */
    private final class Reader implements SpendReader {

        @Override
        public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
            asked.add(query);
            rows.accept(new SpendRow(List.of(Optional.of("eu")), SpendTotals.NONE));
            return Optional.empty();
        }

        @Override
        public boolean keepsSums(SpendQuery query) {
            return true;
        }
    }

    private String report(Map<String, List<String>> parameters) {
        ReportOptions options = NamedValues.read(parameters, ReportOptions.ofLake(), "");
        StringWriter json = new StringWriter();
        new AskedReport(reports, options, List.of(), Medium.JSON, NOW).write(JsonReport.to(json));
        return json.toString();
    }

    @Test
    void whatTheLakeDoesNotKnowIsNoZero() {
        assertThat(report(Map.of("by", List.of("ledger"))))
                .contains("\"missing\":{\"pending\":null,\"givenUp\":null,\"refused\":null,")
                .contains("\"timezone\":\"UTC\"");
    }

    @Test
    void theLedgersAreSelectedBesideTheOtherFilters() {
        var unused = report(Map.of("by", List.of("ledger"), "model", List.of("m")));

        assertThat(asked)
                .allSatisfy(query ->
                        assertThat(query.filters())
                                .containsExactly(
                                        DimensionFilter.of(Dimension.MODEL, "m"),
                                        DimensionFilter.of(Dimension.LEDGER, "e*")));
    }

    @Test
    void aLakeHasNoFindings() {
        assertThatThrownBy(() -> report(Map.of("finding", List.of("negative-usage"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--finding: a lake has no findings");
    }
}
