package io.genledger.ports.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;

import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a contract against a liar: an implementation that breaks it. */
final class Liars {

    private Liars() {}

    /**
     * Asserts that {@code liar}, a nested class of {@code home}, fails the test {@code caughtBy}.
     */
    static void assertCaught(Class<?> home, String liar, String caughtBy)
            throws ClassNotFoundException {
        Class<?> contract = Class.forName(home.getName() + "$" + liar);

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveAtLeastOne(event(test(caughtBy), finishedWithFailure()));
    }
}
