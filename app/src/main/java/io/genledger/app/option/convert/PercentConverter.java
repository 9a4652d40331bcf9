package io.genledger.app.option.convert;

import io.genledger.domain.money.FeeRate;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a percentage in plain digits, with or without its sign. */
public final class PercentConverter implements ITypeConverter<FeeRate> {

    private static final Pattern PERCENTAGE = Pattern.compile("[0-9]+(\\.[0-9]+)?%?");

    @Override
    public FeeRate convert(String text) {
        String stripped = text.strip();
        try {
            if (!PERCENTAGE.matcher(stripped).matches()) {
                throw new IllegalArgumentException("not in plain digits");
            }
            return FeeRate.of(stripped.replace("%", ""));
        } catch (IllegalArgumentException refused) {
            throw new TypeConversionException(
                    "no percentage '" + text + "': expected 0 to 100, e.g. 5 or 5.5");
        }
    }
}
