package io.genledger.app.option.plan;

import io.genledger.domain.cost.Allowance;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an allowance, which needs its unit. */
public final class AllowanceConverter implements ITypeConverter<Allowance> {

    @Override
    public Allowance convert(String text) {
        try {
            return Allowance.parse(text);
        } catch (IllegalArgumentException noAllowance) {
            throw new TypeConversionException(noAllowance.getMessage());
        }
    }
}
