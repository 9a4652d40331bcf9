package io.genledger.app.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds, takes, returns or calls something with a binary floating-point number. ArchUnit does not
 * count primitives as dependencies, so they are looked for one by one.
 */
final class MentionFloatingPoint extends ArchCondition<JavaClass> {

    private static final Set<String> FLOATING =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    MentionFloatingPoint() {
        super("mention double or float");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream<String> fields =
                type.getFields().stream()
                        .filter(field -> isFloating(field.getRawType()))
                        .map(JavaField::getDescription);
        Stream<String> units =
                type.getCodeUnits().stream()
                        .filter(MentionFloatingPoint::isFloating)
                        .map(JavaCodeUnit::getDescription);
        Stream<String> calls =
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(MentionFloatingPoint::isFloating)
                        .map(JavaAccess::getDescription);
        Stream.of(fields, units, calls)
                .flatMap(each -> each)
                .forEach(where -> events.add(SimpleConditionEvent.satisfied(type, where)));
    }

    private static boolean isFloating(JavaCodeUnit unit) {
        return isFloating(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(MentionFloatingPoint::isFloating);
    }

    private static boolean isFloating(JavaCodeUnitAccess<?> access) {
        return isFloating(access.getTarget().getRawReturnType())
                || access.getTarget().getRawParameterTypes().stream()
                        .anyMatch(MentionFloatingPoint::isFloating);
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getName());
    }
}
