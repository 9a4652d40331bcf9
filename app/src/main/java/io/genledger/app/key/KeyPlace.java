package io.genledger.app.key;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.document.KeyMask;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place that holds the key of an account.
 *
 * @param account the account
 * @param kind the kind of place
 * @param name the name of the variable, the file or the credential; not blank
 */
record KeyPlace(AccountName account, Kind kind, String name) {

    private static final Pattern FORM = Pattern.compile("(.+?)=(env|file|credential):(.+)");

    /** The kinds of places. */
    enum Kind {
        /** An environment variable. */
        ENV,
        /** A file. */
        FILE,
        /** A credential that systemd passes to a service. */
        CREDENTIAL
    }

    /**
     * Reads {@code ACCOUNT=env:NAME}, {@code ACCOUNT=file:PATH} or {@code ACCOUNT=credential:NAME}.
     *
     * @throws IllegalArgumentException for any other text; the message does not repeat it, because
     *     it may be a key
     */
    static KeyPlace parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || KeyMask.isKeyIn(text)) {
            throw new IllegalArgumentException(
                    "expected the place of a key and not the key itself: ACCOUNT=env:NAME,"
                            + " ACCOUNT=file:PATH or ACCOUNT=credential:NAME. A key on a command"
                            + " line or in a config file can be read by others; if you typed one,"
                            + " revoke it");
        }
        return new KeyPlace(
                new AccountName(form.group(1)),
                Kind.valueOf(form.group(2).toUpperCase(Locale.ROOT)),
                form.group(3));
    }
}
