package io.genledger.ports.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;

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
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveAtLeastOne(event(test(caughtBy), finishedWithFailure()));
    }
}
