package io.genledger.app.cli.option;

import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.money.FeeRate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that state the account's plan at OpenRouter. */
public final class PlanOptions {

    @Option(
            names = "--byok-fee",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description =
                    "Fee of your plan on requests with your own key (BYOK), in percent of the"
                            + " provider's bill. Default: 5.")
    private @Nullable FeeRate byokFee;

    @Option(
            names = "--byok-allowance",
            paramLabel = "Nreq",
            converter = AllowanceConverter.class,
            description =
                    "Monthly requests with your own key (BYOK) that your plan exempts from the fee,"
                            + " e.g. 1000000req. genledger does not count them; 0req makes every"
                            + " missing fee a finding. Default: 1000000req, and 0req before"
                            + " 2025-10-01.")
    private @Nullable Long byokAllowance;

    /** The plan that was stated, else OpenRouter's standard plans over time. */
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

    /** Reads a number of requests, which needs its unit. */
    static final class AllowanceConverter implements ITypeConverter<Long> {

        private static final Pattern REQUESTS = Pattern.compile("([0-9]{1,18}) ?req");

        @Override
        public Long convert(String text) {
            Matcher requests = REQUESTS.matcher(text.strip());
            if (!requests.matches()) {
                throw new TypeConversionException(
                        "no allowance '"
                                + text
                                + "': expected a number of requests with its unit, e.g."
                                + " 1000000req");
            }
            return Long.parseLong(requests.group(1));
        }
    }
}
