package io.genledger.adapter.sql.statement;

import static org.jooq.impl.DSL.inline;

import org.jooq.Field;

/** Division that rounds down, as {@link Math#floorDiv}; that of SQL rounds towards zero. */
public final class FloorDivision {

    private FloorDivision() {}

    /** The quotient of {@code dividend} and a positive divisor, rounded down. */
    public static Field<Long> of(Field<Long> dividend, long divisor) {
        Field<Long> by = inline(divisor);
        Field<Long> remainder = dividend.mod(by).plus(by).mod(by);
        return dividend.minus(remainder).div(by);
    }
}
