package io.genledger.app.option.convert;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of rows, 1 or more, or {@code all}, as {@link Long#MAX_VALUE}. */
public final class LimitConverter implements ITypeConverter<Long> {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    @Override
    public Long convert(String text) {
        String number = text.strip();
        if (number.equalsIgnoreCase("all")) {
            return Long.MAX_VALUE;
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new TypeConversionException(
                    "no number of rows '" + text + "': expected 1 or more, or all");
        }
        return Long.valueOf(number);
    }
}
