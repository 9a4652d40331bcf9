package io.genledger.app.cli.option;

import io.genledger.domain.report.Dimension;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a dimension. */
public final class DimensionConverter implements ITypeConverter<Dimension> {

    @Override
    public Dimension convert(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.label().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                "no dimension '" + text + "': expected " + all()));
    }

    private static String all() {
        return Arrays.stream(Dimension.values())
                .map(Dimension::label)
                .collect(Collectors.joining(", "));
    }
}
