package io.genledger.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A package holds no more top-level types than this, its package-info not counted. */
final class ShareAPackageWithAtMost extends ArchCondition<JavaClass> {

    private final int most;
    private final Map<String, Set<String>> packages = new TreeMap<>();

    ShareAPackageWithAtMost(int most) {
        super("share a package with at most " + most + " types");
        this.most = most;
    }

    @Override
    public void init(Collection<JavaClass> all) {
        packages.clear();
        for (JavaClass type : all) {
            if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
                packages.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                        .add(type.getSimpleName());
            }
        }
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        // Once for a package, in finish.
    }

    @Override
    public void finish(ConditionEvents events) {
        packages.forEach((name, types) -> {
            if (types.size() > most) {
                String message = "%s holds %d types: %s".formatted(name, types.size(), types);
                events.add(SimpleConditionEvent.violated(name, message));
            }
        });
    }
}
