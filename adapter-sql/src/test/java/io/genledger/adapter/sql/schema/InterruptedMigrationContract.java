package io.genledger.adapter.sql.schema;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.schema.RecordingListener.Killed;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Migration;
import io.genledger.ports.ledger.Revision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Migrations that end early, and documents that cannot be decoded any more. */
abstract class InterruptedMigrationContract {

    /** Places another old ledger, of version 8, in which these statements were executed. */
    abstract void placeOldLedger(String... changes) throws Exception;

    /** Places no ledger: it is created when it is opened. */
    abstract void placeNoLedger() throws Exception;

    abstract LedgerDatabase open(Migration migration);

    abstract LedgerDatabase openWithoutMigration();

    abstract Connection connect() throws SQLException;

    abstract void execute(String statement) throws SQLException;

    /** The bytes of an ASCII text as an expression. */
    abstract String bytes(String text);

    abstract String ask(String query) throws SQLException;

    private Set<String> dump() throws SQLException {
        try (Connection connection = connect()) {
            return LedgerDump.of(connection);
        }
    }

    @Test
    void goesOnWhereverItWasInterrupted() throws Exception {
        placeOldLedger();
        RecordingListener uninterrupted = new RecordingListener();
        open(uninterrupted.migration());
        Set<String> expected = dump();
        int steps = uninterrupted.calls().size();

        assertThat(steps).isGreaterThan(15);
        for (int step = 1; step <= steps; step++) {
            placeOldLedger();
            RecordingListener interrupted = RecordingListener.killedAt(step);
            assertThatExceptionOfType(Killed.class).isThrownBy(() -> open(interrupted.migration()));
            RecordingListener resumed = new RecordingListener();
            open(resumed.migration());

            assertThat(dump()).as("killed at step %d", step).isEqualTo(expected);
            assertThat(resumed.calls()).noneMatch(committed(interrupted)::contains);
        }
    }

    /** Each call reports what is committed, the last one too, which fails. */
    private static List<String> committed(RecordingListener listener) {
        return listener.calls().stream()
                .filter(call -> call.startsWith("copied") || call.startsWith("compared"))
                .toList();
    }

    @Test
    void isRefusedWithoutAMigrationUntilItIsComplete() throws Exception {
        placeOldLedger();
        assertRefused("has schema version 8 and must be migrated to 15");
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> open(RecordingListener.killedAt("copied 2 of 5").migration()));
        assertRefused("is being migrated to schema version 15");
        open(new RecordingListener().migration());

        assertThat(openWithoutMigration().ledger().find(id(1))).isPresent();
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(this::openWithoutMigration)
                .withMessageContaining(message);
    }

    @Test
    void reportsEachBatch() throws Exception {
        placeOldLedger();
        RecordingListener listener = new RecordingListener();
        open(listener.migration());

        assertThat(listener.calls().stream().filter(call -> !call.equals("decode")).skip(1))
                .containsExactly(
                        "copied 1 of 5",
                        "copied 2 of 5",
                        "copied 3 of 5",
                        "copied 4 of 5",
                        "copied 5 of 5",
                        "compared 1 of 5",
                        "compared 2 of 5",
                        "compared 3 of 5",
                        "compared 4 of 5",
                        "compared 5 of 5",
                        "finished");
    }

    /** The figures of the newest revision were in columns, too. */
    @Test
    void keepsFiguresAndBytesOfUndecodableDocuments() throws Exception {
        placeOldLedger("update document set body = " + bytes("junk"));
        RecordingListener listener = new RecordingListener();
        LedgerDatabase database = open(listener.migration());

        MigratedLedgerContract.assertFigures(database);
        assertThat(database.ledger().revisions(id(1)))
                .extracting(Revision::document)
                .allSatisfy(document -> assertThat(document.bytes()).asString().isEqualTo("junk"));
        assertThat(listener.calls().stream().filter(call -> call.startsWith("undecodable")))
                .hasSize(6)
                .contains(
                        "undecodable %s 1: not a sample document".formatted(id(1)),
                        "undecodable %s 2: not a sample document".formatted(id(1)));
        assertThat(ask("select count(*) from entry where findings <> 0")).isEqualTo("7");
    }

    @Test
    void figuresThatNoGenerationHasBecomeUnknown() throws Exception {
        placeOldLedger(
                "update generation set native_tokens_prompt = 1000000000000000000,"
                        + " generation_time_ns = 9000000000000000000, created_at ="
                        + " 9000000000000000 where id = '%s'".formatted(id(1).value()));
        LedgerDatabase database = open(new RecordingListener().migration());

        MigratedLedgerContract.assertFigures(database);
        assertThat(
                        ask(
                                "select concat_ws(' ', created_us, created_basis, prompt_tokens,"
                                        + " generation_time_us, completion_tokens) from entry join"
                                        + " generation on seq = current where id = '%s'"
                                                .formatted(id(1).value())))
                .isEqualTo("1755676927000000 1 " + completionTokens());
    }

    private static long completionTokens() {
        return complete(id(1)).nativeTokens().completion().orElseThrow().value();
    }

    @Test
    void aMigratedEntryHasTheColumnsOfOneThatIsRecordedNow() throws Exception {
        placeOldLedger();
        open(new RecordingListener().migration());
        Map<String, String> migrated = currentEntry();
        placeNoLedger();
        var unused = openWithoutMigration().ledger().record(List.of(recording(complete(id(1)))));

        assertThat(migrated).isEqualTo(currentEntry()).hasSizeGreaterThan(35);
    }

    private Map<String, String> currentEntry() throws SQLException {
        try (Connection connection = connect()) {
            return LedgerDump.currentEntry(connection, id(1).value());
        }
    }

    @Test
    void aDifferenceKeepsTheEarlierTables() throws Exception {
        placeOldLedger();
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> open(RecordingListener.killedAt("copied 5 of 5").migration()));
        execute("update document set body = " + bytes("junk") + ", codec = 0");

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> open(new RecordingListener().migration()))
                .withMessageContaining("the revisions of " + id(1) + " differ");
        assertThat(ask("select count(*) from before_9_document")).isEqualTo("6");
    }

    @Test
    void aDifferentSumKeepsTheEarlierTables() throws Exception {
        placeOldLedger();
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> open(RecordingListener.killedAt("copied 5 of 5").migration()));
        execute("update rollup_day set spend_picousd = spend_picousd + 1");

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> open(new RecordingListener().migration()))
                .withMessageContaining("verifying found [LedgerFault[table=rollup_day");
        assertThat(ask("select count(*) from before_9_generation")).isEqualTo("5");
    }

    @Test
    void numbersOfDroppedDocumentsAreNotGivenOutAgain() throws Exception {
        placeOldLedger("delete from quarantined_document", "delete from ledger_log");
        open(new RecordingListener().migration());
        execute(
                "insert into quarantined_document (generation_id, body_digest, first_received_us,"
                    + " received_us, times, outcome_message, body) values ('x', 'y', 0, 0, 1, '',"
                        + bytes("x")
                        + ")");

        assertThat(ask("select number from quarantined_document")).isEqualTo("2");
    }
}
