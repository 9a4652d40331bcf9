package io.genledger.app.view.json;

import io.genledger.app.view.spend.Figures;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.access.TokenSecret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of views, by the rules of {@link ViewJson}. */
public final class ViewSchemas {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> DECIMAL =
            Map.of("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]+)?$");
    private static final Map<String, Object> WHOLE = Map.of("type", "integer", "format", "int64");
    private static final Map<String, Object> OBJECT = Map.of("type", "object");

    private static final Map<Type, Map<String, Object>> VALUES = values();

    private final SchemaDialect dialect;

    /** The schemas of records by their names, as far as they were asked for. */
    private final Map<String, Map<String, Object>> components = new TreeMap<>();

    public ViewSchemas(SchemaDialect dialect) {
        this.dialect = dialect;
    }

    private static Map<Type, Map<String, Object>> values() {
        Map<Type, Map<String, Object>> values = new LinkedHashMap<>();
        List.of(UsdAmount.class, BigDecimal.class, FeeRate.class, Ratio.class, TokenPrice.class)
                .forEach(type -> values.put(type, DECIMAL));
        List.of(
                        String.class,
                        Allowance.class,
                        GenerationId.class,
                        AccountName.class,
                        TokenName.class,
                        TokenSecret.class)
                .forEach(type -> values.put(type, TEXT));
        List.of(int.class, long.class, Integer.class, Long.class, BigInteger.class)
                .forEach(type -> values.put(type, WHOLE));
        values.put(boolean.class, Map.of("type", "boolean"));
        values.put(Boolean.class, Map.of("type", "boolean"));
        values.put(Instant.class, Map.of("type", "string", "format", "date-time"));
        values.put(Duration.class, Map.of("type", "number"));
        values.put(ReportRow.class, OBJECT);
        values.put(Figures.class, OBJECT);
        return values;
    }

    /** The schema of one view as JSON Schema, with all to which it refers. */
    public static Map<String, Object> document(Class<? extends Record> view) {
        ViewSchemas schemas = new ViewSchemas(SchemaDialect.JSON_SCHEMA);
        schemas.of(view);
        Map<String, Object> document = new LinkedHashMap<>(schemas.components.get(name(view)));
        document.put("$defs", schemas.components);
        return document;
    }

    /** The schemas to which others refer, by name. */
    public Map<String, Map<String, Object>> components() {
        return components;
    }

    /** The schema of values of {@code type}. */
    public Map<String, Object> of(Type type) {
        if (VALUES.containsKey(type)) {
            return VALUES.get(type);
        }
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof Class<?> simple && simple.isEnum()) {
            return Map.of("type", "string", "enum", constants(simple));
        }
        if (type instanceof Class<?> simple && simple.isRecord()) {
            return reference(simple);
        }
        return Map.of();
    }

    private Map<String, Object> ofGeneric(Class<?> type, Type[] arguments) {
        if (type == Optional.class) {
            return dialect.nullable(of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(type)) {
            return Map.of("type", "object", "additionalProperties", of(arguments[1]));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Map.of("type", "array", "items", of(arguments[0]));
        }
        return Map.of();
    }

    private static List<String> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> new String(ViewJson.bytes(constant), StandardCharsets.UTF_8))
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .toList();
    }

    private static String name(Class<?> view) {
        return view.getName().substring(view.getPackageName().length() + 1).replace('$', '.');
    }

    private Map<String, Object> reference(Class<?> view) {
        String name = name(view);
        if (!components.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            Map<String, Object> schema = new LinkedHashMap<>(OBJECT);
            schema.put("properties", properties);
            // It is there before its properties, one of which may refer to it.
            components.put(name, schema);
            parts(view).forEach(part -> addProperties(part, properties));
            if (view == ReportView.class) {
                properties.put("rows", Map.of("type", "array", "items", OBJECT));
            }
            if (!properties.isEmpty()) {
                schema.put("required", List.copyOf(properties.keySet()));
            }
        }
        return Map.of("$ref", dialect.place() + name);
    }

    /** The records whose components are properties of the view; a report is written from two. */
    private static List<Class<?>> parts(Class<?> view) {
        return view == ReportView.class
                ? List.of(ReportHead.class, ReportEnd.class)
                : List.of(view);
    }

    private void addProperties(Class<?> part, Map<String, Object> properties) {
        for (RecordComponent component : part.getRecordComponents()) {
            properties.put(component.getName(), of(component.getGenericType()));
        }
    }
}
