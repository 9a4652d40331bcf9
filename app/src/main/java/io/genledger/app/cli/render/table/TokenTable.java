package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.access.TokenView;
import io.genledger.app.view.access.TokensView;
import io.genledger.app.view.json.Forms;

/** The access tokens, a line each. */
public final class TokenTable {

    private TokenTable() {}

    /** Draws {@code tokens}. */
    public static String of(TokensView tokens, Style style) {
        if (tokens.tokens().isEmpty()) {
            return "There are no tokens";
        }
        Table table = new Table().text("Name", "Scope", "Created", "Expires");
        for (TokenView token : tokens.tokens()) {
            table.row(
                    token.name().value(),
                    Forms.code(token.scope()),
                    Times.second(token.created()),
                    expiry(token));
        }
        return String.join("\n", table.drawn(style));
    }

    private static String expiry(TokenView token) {
        return token.expires()
                .map(moment -> Times.second(moment) + (token.expired() ? " (expired)" : ""))
                .orElse("never");
    }
}
