package io.genledger.app.key;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.document.KeyMask;
import java.util.Optional;

/**
 * The place that holds the key of an account.
 *
 * @param account the account
 * @param place the place
 */
record KeyPlace(AccountName account, SecretPlace place) {

    /**
     * Reads {@code ACCOUNT=env:NAME}, {@code ACCOUNT=file:PATH} or {@code ACCOUNT=credential:NAME}.
     *
     * @throws IllegalArgumentException for any other text; the message does not repeat it, because
     *     it may be a key
     */
    static KeyPlace parse(String text) {
        int end = text.indexOf('=');
        Optional<SecretPlace> place =
                end < 1 || KeyMask.isKeyIn(text)
                        ? Optional.empty()
                        : SecretPlace.parse(text.substring(end + 1));
        return place.map(found ->
                        new KeyPlace(new AccountName(text.substring(0, end).strip()), found))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected the place of a key and not the key itself:"
                                    + " ACCOUNT=env:NAME, ACCOUNT=file:PATH or"
                                    + " ACCOUNT=credential:NAME. A key on a command line or in a"
                                    + " config file can be read by others; if you typed one, revoke"
                                    + " it"));
    }
}
