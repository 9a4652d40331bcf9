package io.genledger.app.view;

import io.genledger.app.view.access.CreatedTokenView;
import io.genledger.app.view.access.SessionView;
import io.genledger.app.view.access.TokenRevokeView;
import io.genledger.app.view.access.TokensView;
import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.access.TokenSecret;
import io.genledger.ports.usecase.access.CreatedToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of the commands about access tokens. */
final class SampleTokens {

    private static final Instant CREATED = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2027-02-21T12:00:00Z");

    private static final AccessToken CI =
            new AccessToken(new TokenName("ci"), Scope.WRITE, CREATED, Optional.of(EXPIRES));

    private static final AccessToken DASHBOARD =
            new AccessToken(
                    new TokenName("dashboard"),
                    Scope.READ,
                    CREATED.plusSeconds(60),
                    Optional.empty());

    private SampleTokens() {}

    /** By the names of their golden files. */
    static Map<String, Record> views() {
        TokenSecret secret = TokenSecret.parse("glt_" + "A".repeat(43)).orElseThrow();
        return Map.of(
                "token-create",
                CreatedTokenView.of(new CreatedToken(CI, secret)),
                "token-list",
                TokensView.of(List.of(CI, DASHBOARD), EXPIRES),
                "token-revoke",
                new TokenRevokeView(CI.name(), true),
                "session",
                new SessionView(CI.name(), CI.scope(), CREATED.plusSeconds(43_200)));
    }
}
