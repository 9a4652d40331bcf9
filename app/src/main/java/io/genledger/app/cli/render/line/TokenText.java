package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.access.CreatedTokenView;
import io.genledger.app.view.access.TokenRevokeView;
import io.genledger.app.view.json.Forms;
import io.genledger.ports.access.TokenName;

/** Answers of token create and revoke in a sentence. */
public final class TokenText {

    private TokenText() {}

    /** A note to the secret that is printed beside it. */
    public static String shownOnce(CreatedTokenView view) {
        return "genledger: the token %s (scope %s, %s) is shown once: the ledger keeps only its SHA-256"
                .formatted(
                        name(view.name()),
                        Forms.code(view.scope()),
                        view.expires()
                                .map(moment -> "expires " + Times.second(moment))
                                .orElse("does not expire"));
    }

    /** A note that the name of a new token is taken. */
    public static String exists(TokenName name) {
        return "genledger: there is a token %s already; revoke it first, or choose another name"
                .formatted(name(name));
    }

    /** {@code ci revoked}. */
    public static String of(TokenRevokeView view) {
        return name(view.name()) + " revoked";
    }

    /** A note that there is no token of that name. */
    public static String unknown(TokenName name) {
        return "genledger: there is no token " + name(name);
    }

    private static String name(TokenName name) {
        return Sanitized.of(name.value());
    }
}
