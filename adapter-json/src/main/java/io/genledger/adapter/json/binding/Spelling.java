package io.genledger.adapter.json.binding;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * How the names of a wire record's components are spelled in JSON. The name of a component in Java
 * is its name in the SDK's spelling; {@link BothSpellings} makes that an alias.
 */
public final class Spelling extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    /** Turns {@code totalCost} into {@code total_cost}. */
    static final WireNames WIRE = new WireNames();

    Spelling() {}

    /**
     * The name of a field as OpenRouter spells it.
     *
     * @param type the wire record the field belongs to
     * @param name the name as the document spells it; one that is no component's stays as it is
     */
    public static String wireName(Class<?> type, String name) {
        boolean isSdkName =
                type.isAnnotationPresent(BothSpellings.class)
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(component -> component.getName().equals(name));
        return isSdkName ? WIRE.of(name) : name;
    }

    @Override
    public @Nullable List<PropertyName> findPropertyAliases(
            MapperConfig<?> config, Annotated annotated) {
        if (annotated instanceof AnnotatedParameter parameter
                && parameter.getDeclaringClass().isAnnotationPresent(BothSpellings.class)) {
            RecordComponent component =
                    parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()];
            return List.of(PropertyName.construct(component.getName()));
        }
        return super.findPropertyAliases(config, annotated);
    }

    /** Names of OpenRouter's, by the names of Java components. */
    static final class WireNames extends PropertyNamingStrategies.SnakeCaseStrategy {

        private static final long serialVersionUID = 1L;

        String of(String component) {
            return translate(component);
        }
    }
}
