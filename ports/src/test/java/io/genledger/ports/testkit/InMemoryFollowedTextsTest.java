package io.genledger.ports.testkit;

import io.genledger.ports.FollowedTexts;

class InMemoryFollowedTextsTest extends FollowedTextsContract {

    @Override
    protected FollowedTexts nothingFollowed() {
        return new InMemoryFollowedTexts();
    }
}
