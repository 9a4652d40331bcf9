package io.genledger.app.view.generation;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import java.util.Map;
import java.util.Optional;

/**
 * Why no credits were charged, or the spend is unknown.
 *
 * @param code the reason, for programs
 * @param sentence the reason, for people
 * @param evidence the fields it follows from, each with its stated value; empty if not stated
 */
public record ReasonView(
        Enum<?> code, String sentence, Map<MetadataField, Optional<Object>> evidence) {

    static ReasonView of(Spend.Reason reason, Generation generation) {
        return new ReasonView(
                reason, reason.sentence(), StatedFields.evidence(reason.evidence(), generation));
    }

    static ReasonView of(ZeroReason reason, Generation generation) {
        return new ReasonView(
                reason, reason.sentence(), StatedFields.evidence(reason.evidence(), generation));
    }
}
