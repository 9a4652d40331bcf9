package io.genledger.app.cli.render;

import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.AuditReport;
import io.genledger.domain.report.FindingGroup;
import io.genledger.domain.report.TimeRange;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an audit found, for people and for machines. */
public final class AuditText {

    private AuditText() {}

    /** For people: a section for each code, the gravest first. */
    public static String of(AuditReport report, TimeRange range, PlanHistory plans, Style style) {
        FactSheet sheet = new FactSheet(summary(report));
        sheet.section("Judged");
        sheet.fact("period", words(range));
        sheet.fact("plan for own keys", words(plans));
        for (FindingGroup group : report.groups()) {
            sheet.section(Words.of(group.severity()) + ": " + group.code());
            sheet.fact("what", group.sentence());
            sheet.fact(
                    "found in",
                    Numbers.count(group.count())
                            + " of "
                            + counted(report.generations(), "generation"));
            if (!group.atStake().isZero() || group.atStakeUnknown() > 0) {
                sheet.fact("at stake", atStake(group));
            }
            sheet.fact(
                    group.count() > group.examples().size() ? "for example" : "namely",
                    group.examples().stream()
                            .map(GenerationId::value)
                            .collect(Collectors.joining(", ")));
        }
        return sheet.drawn(style);
    }

    private static String summary(AuditReport report) {
        if (report.generations() == 0) {
            return "No generation in that period";
        }
        String looked = counted(report.generations(), "generation") + ": ";
        return report.groups().isEmpty()
                ? looked + "nothing found"
                : looked
                        + Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
                                .map(severity -> counted(count(report, severity), noun(severity)))
                                .collect(Collectors.joining(", "));
    }

    private static String noun(Severity severity) {
        return severity == Severity.INFO ? "note" : Words.of(severity);
    }

    private static long count(AuditReport report, Severity severity) {
        return report.groups().stream()
                .filter(group -> group.severity() == severity)
                .mapToLong(FindingGroup::count)
                .sum();
    }

    private static String counted(long count, String noun) {
        return Numbers.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String words(TimeRange range) {
        return range.since().map(first -> "from " + first).orElse("from the beginning")
                + range.until().map(end -> " to before " + end).orElse(" to the end");
    }

    /** The plans are asked at both ends of time: one may have followed another. */
    private static String words(PlanHistory plans) {
        Plan first = plans.at(Instant.EPOCH);
        Plan last = plans.at(Instant.MAX);
        return first.equals(last) ? words(last) : words(first) + " at first, then " + words(last);
    }

    private static String words(Plan plan) {
        String fee = plan.byokFee() + " of the provider's bill";
        return plan.hasAllowance()
                ? fee + " after " + Numbers.count(plan.byokAllowance()) + " free requests a month"
                : fee;
    }

    private static String atStake(FindingGroup group) {
        if (group.atStakeUnknown() == group.count()) {
            return "not known";
        }
        return Numbers.dollars(group.atStake())
                + (group.atStakeUnknown() == 0
                        ? ""
                        : ", and not known for "
                                + Numbers.count(group.atStakeUnknown())
                                + " of them");
    }

    /** For machines: the shape that {@code audit --json} prints. */
    public static ObjectNode json(AuditReport report, TimeRange range, PlanHistory plans) {
        ObjectNode shape =
                JsonText.object()
                        .put("since", range.since().map(Object::toString).orElse(null))
                        .put("until", range.until().map(Object::toString).orElse(null))
                        .put("plan", words(plans))
                        .put("generations", report.generations());
        ArrayNode groups = shape.putArray("findings");
        for (FindingGroup group : report.groups()) {
            ArrayNode examples =
                    groups.addObject()
                            .put("code", group.code())
                            .put("severity", Words.of(group.severity()))
                            .put("sentence", group.sentence())
                            .put("count", group.count())
                            .put("atStake", group.atStake().toString())
                            .put("atStakeUnknown", group.atStakeUnknown())
                            .putArray("examples");
            group.examples().forEach(id -> examples.add(id.value()));
        }
        return shape;
    }
}
