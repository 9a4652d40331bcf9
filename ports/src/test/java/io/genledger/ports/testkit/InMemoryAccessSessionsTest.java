package io.genledger.ports.testkit;

import io.genledger.ports.access.AccessTokens;

class InMemoryAccessSessionsTest extends AccessSessionsContract {

    private final AccessTokens tokens = new InMemoryAccessTokens();
    private final Fixture fixture = new Fixture(tokens, new InMemoryAccessSessions(tokens));

    @Override
    protected Fixture emptyFixture() {
        return fixture;
    }

    @Override
    protected Fixture again() {
        return fixture;
    }
}
