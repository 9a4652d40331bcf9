package io.genledger.app.option.convert;

import io.genledger.domain.attribution.AccountName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an account. */
public final class AccountConverter implements ITypeConverter<AccountName> {

    @Override
    public AccountName convert(String text) {
        try {
            return new AccountName(text.strip());
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException("--account: " + wrong.getMessage());
        }
    }
}
