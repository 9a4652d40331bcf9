package io.genledger.adapter.sql;

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
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/** Settlements on their way into the tables: those of one kind by one statement. */
final class SettlementBatch {

    private final List<Settlement> settlements;
    private final SettlementResult[] results;

    SettlementBatch(List<Settlement> settlements) {
        this.settlements = settlements;
        this.results = new SettlementResult[settlements.size()];
    }

    List<SettlementResult> settle(DSLContext sql) {
        each(Settlement.Recorded.class, all -> record(sql, all));
        each(Settlement.Deferred.class, all -> askAgain(sql, all));
        each(Settlement.Quarantined.class, all -> setAside(sql, all));
        each(Settlement.GivenUp.class, all -> giveUp(sql, all));
        each(Settlement.Refused.class, all -> refuse(sql, all));
        each(Settlement.Released.class, all -> release(sql, all));
        return Arrays.asList(results);
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

    private static List<SettlementResult> record(DSLContext sql, List<Settlement.Recorded> all) {
        List<Recording> recordings = all.stream().map(Settlement.Recorded::recording).toList();
        List<SettlementResult> done =
                RecordingBatch.record(sql, recordings, Instant.now()).stream()
                        .map(SettlementResult::of)
                        .toList();
        List<Object[]> unchanged = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (done.get(i) == SettlementResult.UNCHANGED) {
                Instant at = recordings.get(i).document().receivedAt();
                unchanged.add(new Object[] {Moments.toMicros(at), all.get(i).claim().id().value()});
            }
        }
        SettlementSql.LOG_SAME_AGAIN.execute(sql, unchanged);
        SettlementSql.RECORD.execute(
                sql, all.stream().map(one -> new Object[] {one.claim().id().value()}).toList());
        return done;
    }

    private static List<SettlementResult> askAgain(DSLContext sql, List<Settlement.Deferred> all) {
        return results(
                SettlementSql.ASK_AGAIN.execute(
                        sql,
                        all.stream().map(one -> again(one, one.due(), one.outcome())).toList()));
    }

    private static List<SettlementResult> setAside(
            DSLContext sql, List<Settlement.Quarantined> all) {
        List<SettlementResult> done =
                results(
                        SettlementSql.ASK_AGAIN.execute(
                                sql,
                                all.stream()
                                        .map(one -> again(one, one.due(), one.outcome()))
                                        .toList()));
        for (int i = 0; i < all.size(); i++) {
            if (done.get(i) != SettlementResult.LOST) {
                AsideRows.keep(sql, all.get(i));
            }
        }
        return done;
    }

    private static Object[] again(Settlement one, Instant due, AttemptOutcome answer) {
        return new Object[] {
            Moments.toMicros(due),
            Answers.at(answer),
            Answers.reason(answer),
            answer.message(),
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

    private record End(Settlement settlement, AttemptOutcome answer, QueueState state, Kind kind) {}

    private static List<SettlementResult> end(DSLContext sql, List<End> ends) {
        // Between these two statements nobody may take back a lease that ran out.
        Engine.of(sql)
                .take(
                        sql,
                        ends.stream().map(one -> one.settlement().claim().id().value()).toList());
        SettlementSql.LOG_END.execute(sql, ends.stream().map(SettlementBatch::logging).toList());
        return results(
                SettlementSql.END.execute(
                        sql, ends.stream().map(SettlementBatch::ending).toList()));
    }

    private static Object[] logging(End end) {
        return new Object[] {
            Codes.of(end.kind()),
            Answers.at(end.answer()),
            Answers.reason(end.answer()),
            end.answer().message(),
            Answers.at(end.answer()),
            end.settlement().claim().id().value(),
            end.settlement().claim().lease().token()
        };
    }

    private static Object[] ending(End end) {
        return new Object[] {
            Codes.of(end.state()),
            Answers.at(end.answer()),
            Answers.reason(end.answer()),
            end.answer().message(),
            end.settlement().claim().id().value(),
            end.settlement().claim().lease().token()
        };
    }

    private static List<SettlementResult> release(DSLContext sql, List<Settlement.Released> all) {
        return results(
                SettlementSql.RELEASE.execute(
                        sql,
                        all.stream()
                                .map(one ->
                                        new Object[] {
                                            one.claim().id().value(), one.claim().lease().token()
                                        })
                                .toList()));
    }

    private static List<SettlementResult> results(int[] changedRows) {
        return Arrays.stream(changedRows)
                .mapToObj(changed -> changed > 0 ? SettlementResult.NOTED : SettlementResult.LOST)
                .toList();
    }
}
