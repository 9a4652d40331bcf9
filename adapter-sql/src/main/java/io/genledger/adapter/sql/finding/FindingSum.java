package io.genledger.adapter.sql.finding;

import io.genledger.domain.money.UsdAmount;

/**
 * The sums of one finding.
 *
 * @param generations how many have it
 * @param unknownMoney how many of these put an unknown amount in question
 * @param money the known amounts in question
 */
record FindingSum(long generations, long unknownMoney, UsdAmount money) {

    FindingSum plus(FindingSum other) {
        return new FindingSum(
                Math.addExact(generations, other.generations),
                Math.addExact(unknownMoney, other.unknownMoney),
                money.plus(other.money));
    }
}
