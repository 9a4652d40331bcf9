package io.genledger.app.cli.option.convert;

import io.genledger.domain.money.FeeRate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a percentage, with or without its sign. */
public final class PercentConverter implements ITypeConverter<FeeRate> {

    @Override
    public FeeRate convert(String text) {
        String digits = text.strip();
        try {
            return FeeRate.of(
                    digits.endsWith("%") ? digits.substring(0, digits.length() - 1) : digits);
        } catch (IllegalArgumentException refused) {
            throw new TypeConversionException(
                    "no percentage '" + text + "': expected 0 to 100, e.g. 5 or 5.5");
        }
    }
}
