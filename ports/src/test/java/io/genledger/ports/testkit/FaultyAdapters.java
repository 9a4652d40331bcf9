package io.genledger.ports.testkit;

import static org.junit.platform.commons.support.ReflectionSupport.findMethods;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;

import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a contract against a faulty adapter, which breaks it. */
final class FaultyAdapters {

    private FaultyAdapters() {}

    /**
     * Asserts that {@code faulty}, a nested class of {@code home}, fails the test {@code caughtBy}.
     */
    static void assertCaught(Class<?> home, String faulty, String caughtBy)
            throws ClassNotFoundException {
        Class<?> contract = Class.forName(home.getName() + "$" + faulty);

        EngineTestKit.engine("junit-jupiter")
                .selectors(
                        findMethods(
                                        contract,
                                        method -> method.getName().equals(caughtBy),
                                        HierarchyTraversalMode.TOP_DOWN)
                                .stream()
                                .map(method -> selectMethod(contract, method))
                                .toArray(MethodSelector[]::new))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveAtLeastOne(event(test(caughtBy), finishedWithFailure()));
    }
}
