package io.genledger.app.option.convert;

import io.genledger.domain.period.PeriodText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a period. */
public final class PeriodConverter implements ITypeConverter<PeriodText> {

    @Override
    public PeriodText convert(String text) {
        try {
            return PeriodText.parse(text);
        } catch (IllegalArgumentException noPeriod) {
            throw new TypeConversionException(noPeriod.getMessage());
        }
    }
}
