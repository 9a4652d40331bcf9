package io.genledger.app.cli.option;

import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.money.FeeRate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the account has agreed with OpenRouter, for commands that judge by it. */
public final class PlanOptions {

    @Option(
            names = "--own-key-fee",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description =
                    "The plan's fee for own keys (BYOK), in percent of the provider's bill."
                            + " Default: 5.")
    private @Nullable FeeRate byokFee;

    @Option(
            names = "--free-own-key-requests",
            paramLabel = "N",
            converter = CountConverter.class,
            description =
                    "How many own-key requests a month the plan frees of that fee; they are not"
                            + " counted: with 0, a fee of nothing is odd. Default: 1000000, and 0"
                            + " before 2025-10-01.")
    private @Nullable Long byokAllowance;

    /** The plan that was named, else the one that everybody had when. */
    public PlanHistory plans() {
        if (byokFee == null && byokAllowance == null) {
            return PlanHistory.STANDARD;
        }
        return PlanHistory.always(
                new Plan(
                        Optional.ofNullable(byokFee).orElse(Plan.STANDARD.byokFee()),
                        Optional.ofNullable(byokAllowance).orElse(Plan.STANDARD.byokAllowance())));
    }

    /** Reads a percentage. */
    static final class PercentConverter implements ITypeConverter<FeeRate> {

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

    /** Reads a count. */
    static final class CountConverter implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            try {
                long count = Long.parseLong(text.strip());
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException noNumber) {
                // Said below, in the same words as for a negative one.
            }
            throw new TypeConversionException(
                    "no count '" + text + "': expected a whole number, 0 or more");
        }
    }
}
