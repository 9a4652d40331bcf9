package io.genledger.app.key;

import io.genledger.domain.attribution.AccountName;
import java.util.Optional;

/** The key of an OpenRouter account. No method but {@link #secret} returns it. */
public final class AccountKey {

    private final Optional<AccountName> account;
    private final String place;
    private final String secret;

    AccountKey(Optional<AccountName> account, String place, String secret) {
        this.account = account;
        this.place = place;
        this.secret = secret;
    }

    /** The account; empty for the only key of a process, which is used for every account. */
    public Optional<AccountName> account() {
        return account;
    }

    /** The place that holds the key, for messages: {@code OPENROUTER_API_KEY}, or a file's name. */
    public String place() {
        return place;
    }

    /** The key itself, to be sent to OpenRouter and to be shown nowhere. */
    public String secret() {
        return secret;
    }

    AccountKey of(AccountName name) {
        return new AccountKey(Optional.of(name), place, secret);
    }

    @Override
    public String toString() {
        return "AccountKey[" + account.map(name -> name + ", ").orElse("") + place + "]";
    }
}
