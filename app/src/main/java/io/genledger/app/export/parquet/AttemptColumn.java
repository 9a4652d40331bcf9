package io.genledger.app.export.parquet;

import io.genledger.app.export.column.ExportColumn;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.domain.routing.ProviderAttempt;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A field of an attempt at a provider, in the list of its generation.
 *
 * @param named its name and documentation
 * @param type the type of its values
 * @param value its value; empty if not stated
 */
record AttemptColumn(
        NamedColumn named, ExportColumn.Type type, Function<ProviderAttempt, Optional<?>> value) {

    static final String LIST = "attempts";

    private static final String REPEATED = "list";
    private static final String ELEMENT = "element";

    /** All fields in their order. */
    static final List<AttemptColumn> ALL =
            List.of(
                    text("provider", "provider_name", ProviderAttempt::provider),
                    of(
                            "status",
                            ExportColumn.Type.COUNT,
                            "HTTP status",
                            "status",
                            ProviderAttempt::status),
                    of(
                            "latencyMs",
                            ExportColumn.Type.DURATION,
                            "milliseconds",
                            "latency",
                            ProviderAttempt::latency),
                    of(
                            "byok",
                            ExportColumn.Type.FLAG,
                            "true, false",
                            "is_byok",
                            ProviderAttempt::byok),
                    text("model", "model_permaslug", ProviderAttempt::model),
                    text("endpoint", "endpoint_id", ProviderAttempt::endpointId),
                    text("upstreamId", "id", ProviderAttempt::upstreamId),
                    text("tier", "routed_service_tier", ProviderAttempt::routedServiceTier));

    private static AttemptColumn of(
            String name,
            ExportColumn.Type type,
            String unit,
            String source,
            Function<ProviderAttempt, Optional<?>> value) {
        return new AttemptColumn(
                new NamedColumn(
                        LIST + "." + name,
                        unit + ", only with --attempts",
                        true,
                        "provider_responses: " + source + ", from the archived document"),
                type,
                value);
    }

    private static AttemptColumn text(
            String name, String source, Function<ProviderAttempt, Optional<?>> value) {
        return of(name, ExportColumn.Type.TEXT, "text", source, value);
    }

    private String field() {
        return named.name().substring(LIST.length() + 1);
    }

    /** A list of groups, null if no attempt is known. */
    static GroupType list() {
        return Types.optionalList()
                .setElementType(
                        Types.buildGroup(Type.Repetition.REQUIRED)
                                .addFields(
                                        ALL.stream()
                                                .map(one ->
                                                        ParquetTypes.of(
                                                                one.field(), one.type(), true))
                                                .toArray(Type[]::new))
                                .named(ELEMENT))
                .named(LIST);
    }

    /** Adds attempts to the field that {@code consumer} has begun. */
    static void add(RecordConsumer consumer, List<ProviderAttempt> attempts) {
        consumer.startGroup();
        consumer.startField(REPEATED, 0);
        for (ProviderAttempt attempt : attempts) {
            consumer.startGroup();
            consumer.startField(ELEMENT, 0);
            consumer.startGroup();
            for (int i = 0; i < ALL.size(); i++) {
                ALL.get(i).add(consumer, i, attempt);
            }
            consumer.endGroup();
            consumer.endField(ELEMENT, 0);
            consumer.endGroup();
        }
        consumer.endField(REPEATED, 0);
        consumer.endGroup();
    }

    private void add(RecordConsumer consumer, int index, ProviderAttempt attempt) {
        Optional<?> stated = value.apply(attempt);
        if (stated.isPresent()) {
            consumer.startField(field(), index);
            ParquetTypes.add(consumer, type, stated.get());
            consumer.endField(field(), index);
        }
    }
}
