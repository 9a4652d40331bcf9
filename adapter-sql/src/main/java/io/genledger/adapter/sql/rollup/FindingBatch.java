package io.genledger.adapter.sql.rollup;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_FINDING;

import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.entry.RollupKey;
import java.util.Map;
import org.jooq.DSLContext;

/** The findings of one transaction's entries, summed by day. */
public final class FindingBatch {

    private static final RollupStatement STATEMENT = new RollupStatement(ROLLUP_FINDING);

    /** The sums are generations, unknown money, and the parts of known money. */
    private static final int MONEY = 2;

    private final int shard;
    private final RollupSums sums;

    /** Sums for the rows of {@code shard}. */
    public FindingBatch(int shard) {
        this.shard = shard;
        this.sums = new RollupSums(shard);
    }

    /**
     * Adds the findings of an entry, or subtracts those of one that the row cancels.
     *
     * @param money of the entry's findings
     */
    public void add(EntryRow row, Map<Integer, FindingMoney> money) {
        int day = row.required(ENTRY.DAY);
        sumsOf(day, judgedBy(row.required(ENTRY.FINDINGS_VERSION)))[0] += row.sign();
        long bits = row.required(ENTRY.FINDINGS);
        while (bits != 0) {
            int bit = Long.numberOfTrailingZeros(bits);
            bits &= bits - 1;
            long[] all = sumsOf(day, bit);
            all[0] += row.sign();
            FindingMoney inQuestion = money.get(bit);
            if (inQuestion != null) {
                add(all, row.sign(), inQuestion);
            }
        }
    }

    private static void add(long[] sums, int sign, FindingMoney money) {
        sums[1] += money.known() ? 0 : sign;
        for (int i = 0; i < FindingMoney.PARTS; i++) {
            sums[MONEY + i] += sign * money.parts()[i];
        }
    }

    private long[] sumsOf(int day, int finding) {
        return sums.of(new RollupKey(day, shard, finding), MONEY + FindingMoney.PARTS);
    }

    /** The key of all generations that one version of the rules judged, next to the bits. */
    private static int judgedBy(int version) {
        return -1 - version;
    }

    /** Writes all sums. */
    public void write(DSLContext sql) {
        STATEMENT.add(sql, sums);
    }
}
