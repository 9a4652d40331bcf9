package io.genledger.adapter.json.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Adds the SDK's spelling, the name in Java, to the fields of {@link BothSpellings} records. */
public final class Spelling extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");

    Spelling() {}

    @Override
    public @Nullable List<PropertyName> findPropertyAliases(
            MapperConfig<?> config, Annotated annotated) {
        if (annotated instanceof AnnotatedParameter parameter
                && parameter.getDeclaringClass().isAnnotationPresent(BothSpellings.class)) {
            int index = parameter.getIndex();
            return List.of(
                    PropertyName.construct(
                            parameter.getDeclaringClass().getRecordComponents()[index].getName()));
        }
        return super.findPropertyAliases(config, annotated);
    }

    /** OpenRouter's spelling of {@code name}, if that names a component of {@code type}. */
    public static String wireName(Class<?> type, String name) {
        boolean isSdkName =
                CAPITAL.matcher(name).find()
                        && type.isAnnotationPresent(BothSpellings.class)
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(component -> component.getName().equals(name));
        return isSdkName ? CAPITAL.matcher(name).replaceAll("_$0").toLowerCase(Locale.ROOT) : name;
    }
}
