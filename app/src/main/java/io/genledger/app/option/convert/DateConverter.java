package io.genledger.app.option.convert;

import io.genledger.domain.period.DateBound;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a bound of a period. */
public final class DateConverter implements ITypeConverter<DateBound> {

    @Override
    public DateBound convert(String text) {
        try {
            return DateBound.parse(text);
        } catch (IllegalArgumentException noDate) {
            throw new TypeConversionException(noDate.getMessage());
        }
    }
}
