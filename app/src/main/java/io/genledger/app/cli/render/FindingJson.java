package io.genledger.app.cli.render;

import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.generation.MetadataField;
import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings about one generation, as every {@code --json} prints them. */
final class FindingJson {

    private FindingJson() {}

    static void put(ArrayNode findings, Assessment assessment) {
        for (Finding finding : assessment.findings()) {
            ObjectNode one =
                    findings.addObject()
                            .put("code", finding.code())
                            .put("severity", Words.of(finding.severity()))
                            .put("sentence", finding.sentence());
            putNames(one.putArray("evidence"), finding.evidence());
            one.put("atStake", finding.atStake().map(Object::toString).orElse(null));
        }
    }

    static void putNames(ArrayNode into, Collection<MetadataField> fields) {
        fields.forEach(field -> into.add(field.wireName()));
    }
}
