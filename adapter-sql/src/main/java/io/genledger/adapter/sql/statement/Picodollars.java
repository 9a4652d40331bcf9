package io.genledger.adapter.sql.statement;

import static io.genledger.domain.money.LedgerPrecision.DECIMALS;

import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dollars as the columns with the suffix {@code _picousd}: whole picodollars (10^-12 USD), the only
 * exact number type of SQLite.
 */
public final class Picodollars {

    /**
     * The divisor that splits a sum in two, of quotients and of remainders, so that neither
     * overflows.
     */
    public static final long SPLIT = 1_000_000;

    private Picodollars() {}

    /**
     * The value of a column; null for an unknown amount.
     *
     * @throws IllegalArgumentException beyond 9,223,372 USD, the largest value of the column
     */
    public static @Nullable Long of(Optional<UsdAmount> amount) {
        return amount.isEmpty() ? null : of(amount.get());
    }

    private static Long of(UsdAmount amount) {
        try {
            return LedgerPrecision.posted(amount).toUnits(DECIMALS).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(
                    "a ledger counts at most 9223372 USD for one generation, not " + amount,
                    tooLarge);
        }
    }

    /** The amount of a column; empty if it is null. */
    public static Optional<UsdAmount> toAmount(@Nullable Long picodollars) {
        return Optional.ofNullable(picodollars)
                .map(units -> UsdAmount.ofUnits(BigInteger.valueOf(units), DECIMALS));
    }

    /** The sum of amounts, from the sums of their quotients and remainders by {@link #SPLIT}. */
    public static UsdAmount sum(long quotients, long remainders) {
        BigInteger all =
                BigInteger.valueOf(quotients)
                        .multiply(BigInteger.valueOf(SPLIT))
                        .add(BigInteger.valueOf(remainders));
        return UsdAmount.ofUnits(all, DECIMALS);
    }
}
