package io.genledger.app.cli.serve;

import io.genledger.ports.access.TokenName;
import io.genledger.ports.access.TokenSecret;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an access token. Does not repeat a secret that is mistaken for a name. */
final class TokenNameConverter implements ITypeConverter<TokenName> {

    @Override
    public TokenName convert(String text) {
        String name = text.strip();
        if (TokenSecret.parse(name).isPresent()) {
            throw new TypeConversionException(
                    "expected the name of a token, found a token; genledger token list prints the"
                            + " names");
        }
        try {
            return new TokenName(name);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }
}
