package io.genledger.adapter.sql.entry;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.ports.ledger.EntriesPrunedException;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What a ledger knows of the entries that were pruned. */
public final class PrunedEntries {

    /** In place of the current entry of a generation whose entries were pruned. */
    public static final long NO_ENTRY = 0;

    private static final NamedSetting BEFORE = new NamedSetting("entries_pruned_before_us");

    private PrunedEntries() {}

    /** The generations whose entries were pruned. */
    public static Condition isPruned() {
        return GENERATION.CURRENT.eq(inline(NO_ENTRY));
    }

    /** The moment before which entries were pruned; empty if none were. */
    public static Optional<Instant> before(DSLContext sql) {
        return BEFORE.read(sql).map(Long::valueOf).map(Moments::ofMicros);
    }

    /** Called before entries that were created before {@code moment} are deleted. */
    public static void begin(DSLContext sql, Instant moment) {
        Instant latest = before(sql).filter(moment::isBefore).orElse(moment);
        BEFORE.write(sql, Long.toString(Moments.toMicros(latest)));
    }

    /**
     * Called before entries are read that were created from {@code micros} on.
     *
     * @throws EntriesPrunedException if some of these were pruned
     */
    public static void requireFrom(DSLContext sql, long micros) {
        before(sql)
                .filter(moment -> micros < Moments.toMicros(moment))
                .ifPresent(moment -> {
                    throw new EntriesPrunedException(moment);
                });
    }
}
