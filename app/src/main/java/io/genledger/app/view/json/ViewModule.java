package io.genledger.app.view.json;

import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.Figures;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.access.TokenSecret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** The JSON form of each type of value in a view. */
final class ViewModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    ViewModule() {
        super("views");
        text(UsdAmount.class, UsdAmount::toString);
        text(Allowance.class, Allowance::toString);
        text(BigDecimal.class, BigDecimal::toPlainString);
        text(FeeRate.class, rate -> rate.value().toPlainString());
        text(Ratio.class, ratio -> Forms.fraction(ratio).toPlainString());
        text(TokenPrice.class, price -> Forms.perMillion(price).toString());
        text(GenerationId.class, GenerationId::value);
        text(AccountName.class, AccountName::value);
        text(TokenName.class, TokenName::value);
        text(TokenSecret.class, TokenSecret::value);
        text(Instant.class, Forms::instant);
        text(Enum.class, ViewModule::name);
        addKeySerializer(Enum.class, new Key());
        addSerializer(Duration.class, new Milliseconds());
        addSerializer(ReportRow.class, new Row());
        addSerializer(Figures.class, new Total());
        addSerializer(ReportView.class, new Whole());
    }

    private <T> void text(Class<T> type, Function<T, String> form) {
        addSerializer(type, new Text<>(form));
    }

    /** Fields, dimensions and figures have names of their own; all other constants have codes. */
    private static String name(Enum<?> constant) {
        return switch (constant) {
            case MetadataField field -> field.wireName();
            case Dimension dimension -> dimension.label();
            case Figure figure -> figure.label();
            default -> Forms.code(constant);
        };
    }

    private static final class Text<T> extends ValueSerializer<T> {

        private final Function<T, String> form;

        Text(Function<T, String> form) {
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(form.apply(value));
        }
    }

    private static final class Key extends ValueSerializer<Object> {

        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeName(name((Enum<?>) value));
        }
    }

    private static final class Milliseconds extends ValueSerializer<Duration> {

        @Override
        public void serialize(Duration value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(Forms.milliseconds(value));
        }
    }

    /** One object: the kind, the group's value in each dimension, then its figures. */
    private static final class Row extends ValueSerializer<ReportRow> {

        @Override
        public void serialize(ReportRow row, JsonGenerator json, SerializationContext context) {
            json.writeStartObject(row);
            json.writeName("kind");
            json.writeString(Forms.code(row.kind()));
            for (int i = 0; i < row.dimensions().size(); i++) {
                json.writeName(row.dimensions().get(i).label());
                row.value(i).ifPresentOrElse(json::writeString, json::writeNull);
            }
            writeFigures(row.figures(), json, context);
            json.writeEndObject();
        }
    }

    private static final class Total extends ValueSerializer<Figures> {

        @Override
        public void serialize(Figures figures, JsonGenerator json, SerializationContext context) {
            json.writeStartObject(figures);
            writeFigures(figures, json, context);
            json.writeEndObject();
        }
    }

    private static void writeFigures(
            Figures figures, JsonGenerator json, SerializationContext context) {
        for (int i = 0; i < figures.columns().size(); i++) {
            json.writeName(figures.columns().get(i).label());
            Optional<Object> known = figures.values().get(i).known();
            // Most are counts; to look their serializer up takes longer than to write them.
            if (known.isEmpty()) {
                json.writeNull();
            } else if (known.get() instanceof Long count) {
                json.writeNumber(count);
            } else {
                context.writeValue(json, known.get());
            }
        }
    }

    /** One object: the head's properties, the rows, and the end's properties. */
    private static final class Whole extends ValueSerializer<ReportView> {

        @Override
        public void serialize(ReportView report, JsonGenerator json, SerializationContext context) {
            report.writeTo(new JsonReport(json));
        }
    }
}
