package io.genledger.app.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.render.sheet.AuditSheet;
import io.genledger.app.view.report.AuditView;
import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.period.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditSheetTest {

    @Test
    void namesTheGenerationsWhoseFindingsAreOfOlderRules() {
        assertThat(drawn(new AuditReport(1_500, 1_200, List.of())))
                .isEqualTo(
                        """
                        1,500 generations: nothing found

                        Judged
                          period        from the beginning to the end
                          fee for BYOK  5% above $25,000.00 at list price a month
                          older rules   recorded the findings of 1,200 generations; 'genledger redecode' renews them\
                        """);
    }

    @Test
    void isSilentAboutOlderRulesWhereThereAreNone() {
        assertThat(drawn(new AuditReport(1, 0, List.of()))).doesNotContain("rules");
    }

    private static String drawn(AuditReport report) {
        AccountExpectations accounts =
                new AccountExpectations(
                        AccountPlans.everywhere(PlanHistory.always(Plan.STANDARD)), Map.of());
        return AuditSheet.of(
                AuditView.of(report, TimeRange.ALWAYS, accounts, Instant.EPOCH), Style.PLAIN);
    }
}
