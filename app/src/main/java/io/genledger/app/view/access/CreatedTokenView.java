package io.genledger.app.view.access;

import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.access.TokenSecret;
import io.genledger.ports.usecase.access.CreatedToken;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer of {@code token create}.
 *
 * @param name the token's name
 * @param scope what it permits
 * @param created the time of its creation
 * @param expires the time from which on it permits nothing; empty if it does not expire
 * @param token its secret
 */
public record CreatedTokenView(
        TokenName name,
        Scope scope,
        Instant created,
        Optional<Instant> expires,
        TokenSecret token) {

    /** The view of {@code created}. */
    public static CreatedTokenView of(CreatedToken created) {
        return new CreatedTokenView(
                created.token().name(),
                created.token().scope(),
                created.token().created(),
                created.token().expires(),
                created.secret());
    }
}
