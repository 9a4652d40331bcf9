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
     * The divisor that splits a sum into two, the quotients and the remainders, neither of which
     * can overflow.
     */
    public static final long SPLIT = 1_000_000;

    private Picodollars() {}

    /**
     * The value of a column; null for an unknown amount.
     *
     * @throws IllegalArgumentException beyond 9,223,372 USD, where the column ends
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

    /**
     * The sum of amounts of which the quotients and the remainders by {@link #SPLIT} were summed.
     */
    public static UsdAmount sum(long quotients, long remainders) {
        BigInteger all =
                BigInteger.valueOf(quotients)
                        .multiply(BigInteger.valueOf(SPLIT))
                        .add(BigInteger.valueOf(remainders));
        return UsdAmount.ofUnits(all, DECIMALS);
    }
}
