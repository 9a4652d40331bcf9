package io.genledger.app.cli.text;

import io.genledger.domain.cost.Severity;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.AuditReport;
import io.genledger.domain.report.FindingGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an audit found, for people and for machines. */
public final class AuditText {

    private AuditText() {}

    /** For people: a section for each code, the gravest first. */
    public static String of(AuditReport report, Style style) {
        FactSheet sheet = new FactSheet(summary(report));
        for (FindingGroup group : report.groups()) {
            sheet.section(Words.of(group.severity()) + ": " + group.code());
            sheet.fact("what", group.sentence());
            sheet.fact(
                    "found in",
                    Numbers.count(group.count())
                            + " of "
                            + Numbers.count(report.generations())
                            + " generations");
            sheet.fact("at stake", atStake(group));
            sheet.fact(
                    group.count() > group.examples().size() ? "for example" : "namely",
                    group.examples().stream()
                            .map(GenerationId::value)
                            .collect(Collectors.joining(", ")));
        }
        return sheet.drawn(style);
    }

    private static String summary(AuditReport report) {
        String looked = "Looked at " + Numbers.count(report.generations()) + " generations: ";
        if (report.groups().isEmpty()) {
            return looked + "nothing found";
        }
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            long count =
                    report.groups().stream()
                            .filter(group -> group.severity() == severity)
                            .mapToLong(FindingGroup::count)
                            .sum();
            counts.add(Numbers.count(count) + " × " + Words.of(severity));
        }
        return looked + String.join(", ", counts);
    }

    private static String atStake(FindingGroup group) {
        if (group.atStakeUnknown() == group.count()) {
            return "nobody can tell";
        }
        return Numbers.dollars(group.atStake())
                + (group.atStakeUnknown() == 0
                        ? ""
                        : ", and what nobody can tell of "
                                + Numbers.count(group.atStakeUnknown())
                                + " of them");
    }

    /** For machines: the shape that {@code audit --json} prints. */
    public static ObjectNode json(AuditReport report) {
        ObjectNode shape = JsonText.object().put("generations", report.generations());
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
