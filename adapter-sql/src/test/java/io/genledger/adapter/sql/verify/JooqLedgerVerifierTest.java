package io.genledger.adapter.sql.verify;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.ledger.admin.LedgerFault;
import io.genledger.ports.ledger.admin.Verification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class JooqLedgerVerifierTest {

    @RegisterExtension protected final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    /** An empty ledger, which {@link #change} changes. */
    protected LedgerDatabase empty() {
        return files.open(folder.resolve("ledger.db"));
    }

    /** Damages the ledger by a statement of SQL. */
    protected void change(String statement) throws SQLException {
        LedgerFiles.change(folder.resolve("ledger.db"), statement);
    }

    /** Generations of several days, providers and kinds; some were corrected, one twice. */
    private LedgerDatabase ledger() {
        LedgerDatabase database = empty();
        Instant later = Instant.parse("2025-11-02T05:44:59.999999Z");
        database.ledger()
                .record(
                        List.of(
                                recording(complete(id(1))),
                                recording(createdAt(complete(id(2)), later)),
                                recording(costing(id(3), credits("0.000000000001"))),
                                recording(costing(id(4), byok("0.01", Optional.of("9.5")))),
                                recording(costing(id(5), byok("0.01", Optional.empty()))),
                                recording(silent(id(6))),
                                recording(inline(complete(id(7))))));
        database.ledger().record(List.of(recording(costing(id(3), credits("0.999999999999")))));
        database.ledger().record(List.of(recording(costing(id(3), credits("2")))));
        database.ledger().record(List.of(recording(complete(id(7)))));
        return database;
    }

    @Test
    void anEmptyLedgerIsFaultless() {
        assertThat(empty().verifier().verify(10))
                .isEqualTo(new Verification(0, 0, 0, 0, 0, List.of()));
    }

    @Test
    void aLedgerWithCorrectionsIsFaultless() {
        Verification verification = ledger().verifier().verify(10);

        assertThat(verification.named()).isEmpty();
        assertThat(verification.faults()).isZero();
        assertThat(verification.generations()).isEqualTo(7);
        assertThat(verification.entries()).isEqualTo(7 + 3 * 2);
        assertThat(verification.rollupRows()).isGreaterThan(50);
    }

    @Test
    void namesTheFigureThatDiffersAndBothValues() throws SQLException {
        LedgerDatabase database = ledger();
        change(
                "update rollup_quarter set spend_picousd = spend_picousd + 1, requests = requests"
                        + " + 3 where trust = 3 and byok = 0");

        assertThat(database.verifier().verify(10).named())
                .contains(
                        new LedgerFault(
                                "rollup_quarter",
                                "2025-08-20T08:00:00Z account=default model=none provider=none"
                                        + " byok=none trust=unknown",
                                "requests",
                                "1",
                                "4"),
                        new LedgerFault(
                                "rollup_quarter",
                                "2025-08-20T08:00:00Z account=default model=none provider=none"
                                        + " byok=none trust=unknown",
                                "spend",
                                "0",
                                "0.000000000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "X'04',latency in bucket 2,0,1",
        "X'FF',latency,,a sketch of 1 bytes is damaged at byte 1",
        "null,latency in bucket 1572,2,0"
    })
    void namesASketchThatDiffers(String body, String figure, String expected, String found)
            throws SQLException {
        LedgerDatabase database = ledger();
        change("update rollup_sketch set latency = " + sketch(body));

        assertThat(database.verifier().verify(10).named())
                .anySatisfy(fault -> {
                    assertThat(fault.table()).isEqualTo("rollup_sketch");
                    assertThat(fault.column()).isEqualTo(figure);
                    assertThat(fault.found()).isEqualTo(found);
                    if (expected != null) {
                        assertThat(fault.expected()).isEqualTo(expected);
                    }
                });
    }

    /** The literal of a body in the database's SQL. */
    protected String sketch(String body) {
        return body;
    }

    @Test
    void aSketchOfADayWithoutGenerationsIsAFault() throws SQLException {
        LedgerDatabase database = ledger();
        change("update rollup_sketch set bucket = bucket + 1000");

        assertThat(database.verifier().verify(100).named())
                .extracting(LedgerFault::table)
                .contains("rollup_sketch");
    }

    @Test
    void anAmountMayBeSplitInAnyWay() throws SQLException {
        LedgerDatabase database = ledger();
        change(
                "update rollup_day set spend_microusd = spend_microusd + 1, spend_picousd ="
                        + " spend_picousd - 1000000");

        assertThat(database.verifier().verify(10).faults()).isZero();
    }

    @Test
    void countsAllFaultsAndNamesTheFirst() throws SQLException {
        LedgerDatabase database = ledger();
        change("update rollup_day_by set prompt_tokens = prompt_tokens + 1 where dimension = 6");
        change("update rollup_day_by set prompt_tokens = prompt_tokens + 1 where dimension = 2");

        Verification verification = database.verifier().verify(1);

        assertThat(verification.faults()).isGreaterThanOrEqualTo(4);
        assertThat(verification.named()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from rollup_quarter where trust = 2 or bucket > 1957000",
                "delete from rollup_day_by where dimension = 11",
                "delete from rollup_day where bucket > 20390",
                "delete from rollup_day_by where dimension = 3",
                "delete from rollup_finding",
                "update rollup_finding set generations = generations + 1 where finding < 0",
                "update rollup_day_by set dimension = 1 where dimension = 6",
                "update rollup_day_by set dimension = 99 where dimension = 6",
                "update rollup_quarter set bucket = bucket + 1 where bucket > 1957000",
                "update rollup_day set timed_tokens = timed_tokens - 1 where timed_tokens > 0",
                "update rollup_day_by set value = value + 1000 where dimension = 2",
                "update rollup_day set generation_time_us = generation_time_us + 1",
                "update rollup_day set unknown_prompt_tokens ="
                        + " coalesce(unknown_prompt_tokens, 0) + 1",
                "update rollup_day_by set unpriced_tokens = coalesce(unpriced_tokens, 0) + 1",
                "update rollup_quarter set unpriced_picousd ="
                        + " coalesce(unpriced_picousd, 0) + 1",
                "update rollup_quarter set unknown_cache_discount ="
                        + " coalesce(unknown_cache_discount, 0) + 1"
            })
    void noticesEveryDamageOfARollup(String damage) throws SQLException {
        LedgerDatabase database = ledger();
        change(damage);

        assertThat(database.verifier().verify(0).faults()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "entry | delete from entry where sign = -1 and revision = 2",
                "entry | update entry set revision = 3 where revision = 2",
                "entry | update entry set previous = null where revision = 3",
                "entry | update entry set previous = seq where revision = 2 and sign = 1",
                "entry | update entry set recorded_us = recorded_us + 1 where sign = -1",
                "entry | update entry set latency_us = 1 where sign = -1",
                "entry | update entry set request_id = 'x' where revision = 1 and sign = -1",
                "entry | delete from generation where id like '%1'",
                "generation | update generation set current = 99999 where id like '%1'",
                "generation | update generation set current = current + 1 where id like '%2'",
                "entry | update generation set current = 3 where id like '%3'",
                "document | delete from document where seq = 1",
                "document | update document set seq = 99999 where seq = 1"
            })
    void noticesBrokenChainsOfRevisions(String table, String damage) throws SQLException {
        LedgerDatabase database = ledger();
        change(damage);

        assertThat(database.verifier().verify(100).named())
                .extracting(LedgerFault::table)
                .contains(table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set spend_picousd = spend_picousd + 1 where seq = 1",
                "update entry set created_us = created_us + 900000000 where seq = 1",
                "update entry set findings = findings | 2048 where seq = 1",
                "update entry set provider = 5 where seq = 1",
                "delete from finding_money"
            })
    void noticesAChangedEntry(String damage) throws SQLException {
        LedgerDatabase database = ledger();
        change(damage);

        assertThat(database.verifier().verify(0).faults()).isPositive();
    }
}
