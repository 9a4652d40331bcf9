package io.genledger.app.option.convert;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.document.KeyMask;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an account. */
public final class AccountConverter implements ITypeConverter<AccountName> {

    @Override
    public AccountName convert(String text) {
        if (KeyMask.isKeyIn(text)) {
            throw new TypeConversionException(
                    "--account: expected your name for the account, found an API key, which "
                            + "belongs in OPENROUTER_API_KEY; if you typed it, revoke it");
        }
        try {
            return new AccountName(text.strip());
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException("--account: " + wrong.getMessage());
        }
    }
}
