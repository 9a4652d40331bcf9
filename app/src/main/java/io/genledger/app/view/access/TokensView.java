package io.genledger.app.view.access;

import io.genledger.ports.access.AccessToken;
import java.time.Instant;
import java.util.List;

/**
 * The answer of {@code token list}.
 *
 * @param tokens all access tokens, in the order of creation
 */
public record TokensView(List<TokenView> tokens) {

    /** The view of {@code tokens} at {@code now}. */
    public static TokensView of(List<AccessToken> tokens, Instant now) {
        return new TokensView(tokens.stream().map(token -> TokenView.of(token, now)).toList());
    }
}
