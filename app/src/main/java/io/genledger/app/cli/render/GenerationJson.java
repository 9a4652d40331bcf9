package io.genledger.app.cli.render;

import io.genledger.domain.finding.Assessment;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shape that {@code show --json} prints: what the record states under OpenRouter's own names,
 * and what the rules say. Money is a plain decimal string, a duration a number of milliseconds.
 */
public final class GenerationJson {

    private static final Set<MetadataField> NUMBERS =
            EnumSet.range(MetadataField.LATENCY, MetadataField.NUM_FETCHES);

    private static final Set<MetadataField> FLAGS =
            EnumSet.of(MetadataField.IS_BYOK, MetadataField.STREAMED, MetadataField.CANCELLED);

    private GenerationJson() {}

    /** Describes {@code shown}. */
    public static ObjectNode of(Shown shown) {
        Generation generation = shown.generation();
        ObjectNode shape =
                JsonText.object()
                        .put("id", generation.id().value())
                        .put("revision", shown.revision().number())
                        .put("receivedAt", shown.revision().document().receivedAt().toString())
                        .put("createdAt", generation.created().at().toString())
                        .put("createdAtBasis", Words.of(generation.created().basis()));
        putSpend(shape, shown.assessment());
        putStated(shape.putObject("stated"), generation);
        ArrayNode absent = shape.putArray("absent");
        generation.shape().absent().forEach(field -> absent.add(field.wireName()));
        ObjectNode unknown = shape.putObject("unknownFields");
        generation.shape().unknown().forEach(unknown::put);
        FindingJson.put(shape.putArray("findings"), shown.assessment());
        return shape;
    }

    private static void putSpend(ObjectNode shape, Assessment assessment) {
        MoneyJson.put(shape, assessment.spend());
        assessment.zeroReason().ifPresent(reason -> shape.put("zeroReason", Words.of(reason)));
    }

    private static void putStated(ObjectNode stated, Generation generation) {
        for (MetadataField field : MetadataField.values()) {
            if (field == MetadataField.PROVIDER_RESPONSES) {
                putAttempts(stated, generation);
            } else {
                field.textIn(generation).ifPresent(text -> put(stated, field, text));
            }
        }
    }

    private static void put(ObjectNode stated, MetadataField field, String text) {
        if (NUMBERS.contains(field)) {
            stated.put(field.wireName(), new BigDecimal(text));
        } else if (FLAGS.contains(field)) {
            stated.put(field.wireName(), Boolean.parseBoolean(text));
        } else {
            stated.put(field.wireName(), text);
        }
    }

    private static void putAttempts(ObjectNode stated, Generation generation) {
        if (!generation.routing().attempts().isEmpty()) {
            putAttempts(stated.putArray(MetadataField.PROVIDER_RESPONSES.wireName()), generation);
        }
    }

    static void putAttempts(ArrayNode attempts, Generation generation) {
        for (ProviderAttempt attempt : generation.routing().attempts()) {
            ObjectNode one = attempts.addObject();
            attempt.provider().ifPresent(name -> one.put("provider_name", name.value()));
            attempt.status().ifPresent(status -> one.put("status", status));
            attempt.latency().ifPresent(latency -> one.put("latency", latency.toMillis()));
            attempt.byok().ifPresent(own -> one.put("is_byok", own));
            attempt.model().ifPresent(model -> one.put("model_permaslug", model.value()));
            attempt.endpointId().ifPresent(endpoint -> one.put("endpoint_id", endpoint));
            attempt.upstreamId().ifPresent(id -> one.put("id", id));
            attempt.routedServiceTier()
                    .ifPresent(tier -> one.put("routed_service_tier", tier.value()));
        }
    }
}
