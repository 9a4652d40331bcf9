package io.genledger.domain.sample;

import io.genledger.domain.generation.CreationTime.Basis;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All generations that differ from a given one in a single place: a value that is another, or that
 * is missing. Found by walking the records, so that a new field cannot be forgotten.
 */
public final class Neighbours {

    private record Variant(String path, Object value) {}

    private Neighbours() {}

    /** The neighbours of {@code generation} by the path of what is different. */
    public static Map<String, Generation> of(Generation generation) {
        Map<String, Generation> all = new LinkedHashMap<>();
        for (Variant variant : variants("generation", generation)) {
            all.put(variant.path(), (Generation) variant.value());
        }
        return all;
    }

    private static List<Variant> variants(String path, Object value) {
        if (value instanceof DocumentShape) {
            return List.of();
        } else if (value instanceof Record record) {
            return ofRecord(path, record);
        } else if (value instanceof Optional<?> optional) {
            return ofOptional(path, optional);
        } else if (value instanceof List<?> list) {
            return ofList(path, list);
        }
        return List.of(new Variant(path, another(value)));
    }

    private static List<Variant> ofRecord(String path, Record record) {
        List<Variant> variants = new ArrayList<>();
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String inside = path + "." + components[i].getName();
            Object[] values = valuesOf(record, components);
            for (Variant variant : variants(inside, values[i])) {
                Object[] changed = values.clone();
                changed[i] = variant.value();
                variants.add(new Variant(variant.path(), create(record.getClass(), changed)));
            }
        }
        return variants;
    }

    private static List<Variant> ofOptional(String path, Optional<?> optional) {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(path + " missing", Optional.empty()));
        variants(path, optional.orElseThrow())
                .forEach(v -> variants.add(new Variant(v.path(), Optional.of(v.value()))));
        return variants;
    }

    private static List<Variant> ofList(String path, List<?> list) {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(path + " missing", List.of()));
        variants.add(new Variant(path + " twice", List.of(list.get(0), list.get(0))));
        variants(path, list.get(0))
                .forEach(v -> variants.add(new Variant(v.path(), List.of(v.value()))));
        return variants;
    }

    private static Object another(Object value) {
        if (value instanceof String text) {
            return text + "x";
        } else if (value instanceof Long number) {
            return number + 1;
        } else if (value instanceof Integer number) {
            return number + 1;
        } else if (value instanceof Boolean flag) {
            return !flag;
        } else if (value instanceof BigDecimal number) {
            return number.add(new BigDecimal("0.0000000001"));
        } else if (value instanceof Duration duration) {
            return duration.plusNanos(1_000);
        } else if (value instanceof Instant instant) {
            return instant.plusNanos(1_000);
        } else if (value == Basis.RECORD) {
            return Basis.ID;
        }
        throw new IllegalArgumentException("no other value known than " + value);
    }

    private static Object[] valuesOf(Record record, RecordComponent[] components) {
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getAccessor().invoke(record);
            }
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return values;
    }

    private static Object create(Class<?> type, Object[] values) {
        try {
            Constructor<?>[] constructors = type.getDeclaredConstructors();
            return constructors[0].newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
