package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.quarantine.QuarantineRows;
import io.genledger.adapter.sql.statement.AttemptOutcomeColumns;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Settlements of one transaction, written in bulk by kind. */
final class SettlementBatch {

    private final List<Settlement> settlements;
    private final SettlementResult[] results;

    SettlementBatch(List<Settlement> settlements) {
        this.settlements = settlements;
        this.results = new SettlementResult[settlements.size()];
    }

    /** The recordings to make before, in their order. */
    List<Recording> recordings() {
        return settlements.stream()
                .filter(Settlement.Recorded.class::isInstance)
                .map(one -> ((Settlement.Recorded) one).recording())
                .toList();
    }

    /**
     * Writes all settlements; the results are in their order.
     *
     * @param record makes {@link #recordings}
     */
    List<SettlementResult> settle(DSLContext sql, Supplier<List<Outcome>> record) {
        // No claim releases an expired lease between two statements.
        Engine.of(sql).lockRows(sql, TRACKED.ID, ids());
        each(Settlement.Recorded.class, all -> record(sql, all, record.get()));
        each(Settlement.Deferred.class, all -> defer(sql, all));
        each(Settlement.Quarantined.class, all -> quarantine(sql, all));
        each(Settlement.GivenUp.class, all -> giveUp(sql, all));
        each(Settlement.Refused.class, all -> refuse(sql, all));
        each(Settlement.Released.class, all -> release(sql, all));
        return Arrays.asList(results);
    }

    private List<String> ids() {
        return settlements.stream().map(one -> one.claim().id().value()).toList();
    }

    private <S extends Settlement> void each(
            Class<S> kind, Function<List<S>, List<SettlementResult>> work) {
        int[] places =
                IntStream.range(0, settlements.size())
                        .filter(i -> kind.isInstance(settlements.get(i)))
                        .toArray();
        if (places.length > 0) {
            List<S> all =
                    Arrays.stream(places).mapToObj(i -> kind.cast(settlements.get(i))).toList();
            List<SettlementResult> done = work.apply(all);
            for (int i = 0; i < places.length; i++) {
                results[places[i]] = done.get(i);
            }
        }
    }

    private static List<SettlementResult> record(
            DSLContext sql, List<Settlement.Recorded> all, List<Outcome> outcomes) {
        List<SettlementResult> done = outcomes.stream().map(SettlementResult::of).toList();
        List<Object[]> unchanged = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (done.get(i) == SettlementResult.UNCHANGED) {
                Instant at = all.get(i).recording().document().receivedAt();
                unchanged.add(new Object[] {Moments.toMicros(at), all.get(i).claim().id().value()});
            }
        }
        SettlementStatements.LOG_UNCHANGED_REFRESH.execute(sql, unchanged);
        SettlementStatements.RECORD.execute(
                sql,
                all.stream()
                        .map(Settlement::claim)
                        .map(claim -> new Object[] {claim.account().value(), claim.id().value()})
                        .toList());
        return done;
    }

    private static List<SettlementResult> defer(DSLContext sql, List<Settlement.Deferred> all) {
        return execute(
                sql,
                SettlementStatements.DEFER,
                all.stream().map(one -> deferral(one, one.due(), one.outcome())));
    }

    private static List<SettlementResult> quarantine(
            DSLContext sql, List<Settlement.Quarantined> all) {
        List<SettlementResult> done =
                execute(
                        sql,
                        SettlementStatements.DEFER,
                        all.stream().map(one -> deferral(one, one.due(), one.outcome())));
        for (int i = 0; i < all.size(); i++) {
            if (done.get(i) != SettlementResult.LOST) {
                QuarantineRows.add(sql, all.get(i));
            }
        }
        return done;
    }

    private static Object[] deferral(Settlement one, Instant due, AttemptOutcome outcome) {
        return new Object[] {
            Moments.toMicros(due),
            AttemptOutcomeColumns.at(outcome),
            AttemptOutcomeColumns.reason(outcome),
            outcome.message(),
            one.claim().id().value(),
            one.claim().lease().token()
        };
    }

    private static List<SettlementResult> giveUp(DSLContext sql, List<Settlement.GivenUp> all) {
        return end(
                sql,
                all.stream()
                        .map(one -> new End(one, one.outcome(), QueueState.GIVEN_UP, Kind.GIVEN_UP))
                        .toList());
    }

    private static List<SettlementResult> refuse(DSLContext sql, List<Settlement.Refused> all) {
        return end(
                sql,
                all.stream()
                        .map(one -> new End(one, one.outcome(), QueueState.REFUSED, Kind.REFUSED))
                        .toList());
    }

    private record End(Settlement settlement, AttemptOutcome outcome, QueueState state, Kind kind) {

        String id() {
            return settlement.claim().id().value();
        }

        Object[] event() {
            return new Object[] {
                Codes.of(kind),
                AttemptOutcomeColumns.at(outcome),
                AttemptOutcomeColumns.reason(outcome),
                outcome.message(),
                AttemptOutcomeColumns.at(outcome),
                id(),
                settlement.claim().lease().token()
            };
        }

        Object[] update() {
            return new Object[] {
                Codes.of(state),
                AttemptOutcomeColumns.at(outcome),
                AttemptOutcomeColumns.reason(outcome),
                outcome.message(),
                id(),
                settlement.claim().lease().token()
            };
        }
    }

    private static List<SettlementResult> end(DSLContext sql, List<End> ends) {
        SettlementStatements.LOG_END.execute(sql, ends.stream().map(End::event).toList());
        return execute(sql, SettlementStatements.END, ends.stream().map(End::update));
    }

    private static List<SettlementResult> release(DSLContext sql, List<Settlement.Released> all) {
        return execute(
                sql,
                SettlementStatements.RELEASE,
                all.stream()
                        .map(Settlement::claim)
                        .map(claim -> new Object[] {claim.id().value(), claim.lease().token()}));
    }

    private static List<SettlementResult> execute(
            DSLContext sql, BulkStatement statement, Stream<Object[]> rows) {
        return Arrays.stream(statement.execute(sql, rows.toList()))
                .mapToObj(changed -> changed > 0 ? SettlementResult.NOTED : SettlementResult.LOST)
                .toList();
    }
}
