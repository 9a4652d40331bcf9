package io.genledger.app.cli.option;

import io.genledger.domain.finding.Severity;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how much a finding matters. */
public final class SeverityConverter implements ITypeConverter<Severity> {

    @Override
    public Severity convert(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                "no severity '" + text + "': expected info, warning or error"));
    }
}
