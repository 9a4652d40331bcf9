package io.genledger.app.option.convert;

import io.genledger.domain.report.TextPattern;
import picocli.CommandLine.ITypeConverter;

/** Reads a pattern of texts, e.g. {@code eu*} or {@code !eu}. */
public final class PatternConverter implements ITypeConverter<TextPattern> {

    @Override
    public TextPattern convert(String text) {
        return TextPattern.parse(text);
    }
}
