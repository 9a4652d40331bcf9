package io.genledger.ports.testkit;

import io.genledger.ports.access.AccessTokens;

class InMemoryAccessTokensTest extends AccessTokensContract {

    private final AccessTokens tokens = new InMemoryAccessTokens();

    @Override
    protected AccessTokens none() {
        return tokens;
    }

    @Override
    protected AccessTokens again() {
        return tokens;
    }
}
