package io.genledger.adapter.sql;

import static io.genledger.domain.money.LedgerPrecision.DECIMALS;

import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dollars as whole picodollars (10^-12 USD), the one exact number that SQLite has. */
final class Picodollars {

    /** What a sum is split by, into two sums of which neither can overflow. */
    static final long SPLIT = 1_000_000;

    private Picodollars() {}

    /**
     * What a column holds; null for an amount that is not known.
     *
     * @throws IllegalArgumentException beyond 9 million dollars, which no generation costs
     */
    static @Nullable Long of(Optional<UsdAmount> amount) {
        return amount.isEmpty() ? null : of(amount.get());
    }

    private static Long of(UsdAmount amount) {
        try {
            return LedgerPrecision.posted(amount).toUnits(DECIMALS).longValueExact();
        } catch (ArithmeticException tooMuch) {
            throw new IllegalArgumentException(
                    "a ledger counts at most 9223372 USD for one generation, not " + amount,
                    tooMuch);
        }
    }

    /** The sum whose amounts were summed in two parts. */
    static UsdAmount sum(long millions, long rest) {
        BigInteger all =
                BigInteger.valueOf(millions)
                        .multiply(BigInteger.valueOf(SPLIT))
                        .add(BigInteger.valueOf(rest));
        return UsdAmount.ofUnits(all, DECIMALS);
    }
}
