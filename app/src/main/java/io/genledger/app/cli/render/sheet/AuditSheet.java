package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.line.AllowanceText;
import io.genledger.app.view.json.Forms;
import io.genledger.app.view.report.AuditView;
import io.genledger.app.view.report.FindingGroupView;
import io.genledger.app.view.report.PlanView;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The findings of an audit: a section for each code, the gravest first. */
public final class AuditSheet {

    /** Step from the exclusive end of a plan back into its last day. */
    private static final Duration BEFORE = Duration.ofMillis(1);

    private AuditSheet() {}

    /** Draws {@code audit}. */
    public static String of(AuditView audit, Style style) {
        FactSheet sheet = new FactSheet(summary(audit));
        sheet.section("Judged");
        sheet.fact("period", period(audit));
        sheet.fact(
                "fee for BYOK",
                audit.plans().stream().map(AuditSheet::plan).collect(Collectors.joining("; ")));
        audit.byokAllowances()
                .forEach(use -> sheet.fact("allowance, " + use.account(), AllowanceText.use(use)));
        if (audit.byOlderRules() > 0) {
            sheet.fact(
                    "older rules",
                    "recorded the findings of "
                            + Numbers.count(audit.byOlderRules(), "generation")
                            + "; 'genledger redecode' renews them");
        }
        audit.findings().forEach(group -> add(sheet, group, audit.generations()));
        return sheet.drawn(style);
    }

    private static void add(FactSheet sheet, FindingGroupView group, long generations) {
        sheet.section(Forms.code(group.severity()) + ": " + group.code());
        sheet.fact("what", group.sentence());
        sheet.fact(
                "found in",
                Numbers.count(group.count()) + " of " + Numbers.count(generations, "generation"));
        sheet.fact("created", span(group.first(), group.last()));
        if (group.atStakeUnknown() > 0 || group.atStake().filter(UsdAmount::isZero).isEmpty()) {
            sheet.fact("at stake", atStake(group));
        }
        sheet.fact(
                group.count() > group.examples().size() ? "for example" : "namely",
                group.examples().stream()
                        .map(GenerationId::value)
                        .collect(Collectors.joining(", ")));
    }

    private static String span(Instant first, Instant last) {
        return first.equals(last)
                ? Times.millisecond(first)
                : Times.millisecond(first) + " to " + Times.millisecond(last);
    }

    private static String summary(AuditView audit) {
        if (audit.generations() == 0) {
            return "No generation in that period";
        }
        return Numbers.count(audit.generations(), "generation")
                + ": "
                + (audit.findings().isEmpty()
                        ? "nothing found"
                        : Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
                                .map(severity -> counted(audit, severity))
                                .collect(Collectors.joining(", ")));
    }

    private static String counted(AuditView audit, Severity severity) {
        long count =
                audit.findings().stream()
                        .filter(group -> group.severity() == severity)
                        .mapToLong(FindingGroupView::count)
                        .sum();
        return Numbers.count(count, severity == Severity.INFO ? "note" : Forms.code(severity));
    }

    private static String period(AuditView audit) {
        return audit.since()
                        .map(first -> "from " + Times.millisecond(first))
                        .orElse("from the beginning")
                + audit.until()
                        .map(end -> " to before " + Times.millisecond(end))
                        .orElse(" to the end");
    }

    /** {@code since 2025-10-01: 5% above 1,000,000 requests a month}. */
    private static String plan(PlanView plan) {
        String span =
                Stream.of(
                                plan.account().map(account -> "account " + account),
                                plan.since().map(since -> "since " + day(since)),
                                plan.until().map(until -> "until " + day(until.minus(BEFORE))))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" "));
        String fee =
                plan.byokAllowance().isNone()
                        ? plan.byokFeePercent().toString()
                        : plan.byokFeePercent()
                                + " above "
                                + AllowanceText.size(plan.byokAllowance())
                                + " a month";
        return span.isEmpty() ? fee : span + ": " + fee;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String atStake(FindingGroupView group) {
        return group.atStake()
                .map(stake ->
                        Numbers.dollars(stake)
                                + (group.atStakeUnknown() == 0
                                        ? ""
                                        : ", and not known for "
                                                + Numbers.count(group.atStakeUnknown())
                                                + " of them"))
                .orElse("not known");
    }
}
