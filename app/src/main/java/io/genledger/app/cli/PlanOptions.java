package io.genledger.app.cli;

import io.genledger.domain.cost.Plan;
import io.genledger.domain.money.Percentage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the account has agreed with OpenRouter, for commands that judge by it. */
final class PlanOptions {

    @Option(
            names = "--own-key-fee",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description =
                    "The plan's fee for own keys (BYOK), in percent of the upstream cost. Default:"
                            + " 5.")
    private Percentage ownKeyFee = Plan.STANDARD.ownKeyFee();

    @Option(
            names = "--free-own-key-requests",
            paramLabel = "N",
            description =
                    "How many own-key requests a month the plan frees of that fee. Default:"
                            + " 1000000.")
    private long freeOwnKeyRequests = Plan.STANDARD.freeOwnKeyRequests();

    /** The plan that was named, else the one of today. */
    Plan plan() {
        try {
            return new Plan(ownKeyFee, freeOwnKeyRequests);
        } catch (IllegalArgumentException impossible) {
            throw new UsageException("--free-own-key-requests: " + impossible.getMessage());
        }
    }

    /** Reads a percentage. */
    static final class PercentConverter implements ITypeConverter<Percentage> {

        @Override
        public Percentage convert(String text) {
            String digits = text.strip();
            try {
                return Percentage.of(
                        digits.endsWith("%") ? digits.substring(0, digits.length() - 1) : digits);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(
                        "no percentage '" + text + "': expected 0 to 100, e.g. 5 or 5.5");
            }
        }
    }
}
