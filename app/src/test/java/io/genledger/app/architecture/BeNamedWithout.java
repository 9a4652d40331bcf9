package io.genledger.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;

/** A type's name holds none of some words. */
final class BeNamedWithout extends ArchCondition<JavaClass> {

    private final Pattern words;

    BeNamedWithout(Pattern words) {
        super("be named without " + words);
        this.words = words;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        List<String> found = ForbiddenWords.in(type.getSimpleName(), words);
        if (!found.isEmpty()) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " says " + found));
        }
    }
}
