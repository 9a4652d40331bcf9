package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.COLOUR_SLOT;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.domain.report.Dimension;
import io.genledger.ports.report.ColourSlots;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The colours of each dimension as rows. */
public final class JooqColourSlots implements ColourSlots {

    private final LedgerConnection connection;

    /** Reads and writes over {@code connection}. */
    public JooqColourSlots(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Integer> slots(Dimension dimension) {
        return connection.read(sql -> slots(sql, dimension));
    }

    private static Map<String, Integer> slots(DSLContext sql, Dimension dimension) {
        return sql.select(COLOUR_SLOT.VALUE, COLOUR_SLOT.SLOT)
                .from(COLOUR_SLOT)
                .where(COLOUR_SLOT.DIMENSION.eq(dimension.label()))
                .fetchMap(COLOUR_SLOT.VALUE, COLOUR_SLOT.SLOT);
    }

    @Override
    public Map<String, Integer> assign(Dimension dimension, List<String> spending) {
        return connection.write(sql -> {
            // Two servers do not give one colour to two values.
            Engine.of(sql).lockKeys(sql, List.of("colours of " + dimension.label()));
            Map<String, Integer> before = slots(sql, dimension);
            Map<String, Integer> assigned = ColourSlots.assigned(before, spending);
            if (!assigned.equals(before)) {
                replace(sql, dimension, assigned);
            }
            return assigned;
        });
    }

    private static void replace(
            DSLContext sql, Dimension dimension, Map<String, Integer> assigned) {
        sql.deleteFrom(COLOUR_SLOT).where(COLOUR_SLOT.DIMENSION.eq(dimension.label())).execute();
        assigned.forEach((value, slot) ->
                sql.insertInto(COLOUR_SLOT).values(dimension.label(), value, slot).execute());
    }
}
