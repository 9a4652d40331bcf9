package io.genledger.adapter.sql.ledger;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.testkit.LedgerContract;
import io.genledger.ports.testkit.SampleGenerations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqLedgerTest extends LedgerContract {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Override
    protected Ledger emptyLedger() {
        return files.emptyIn(folder).ledger();
    }

    /** Reads the ledger that was created last by plain JDBC. */
    protected String ask(String query) throws SQLException {
        return LedgerFiles.ask(folder.resolve("1.db"), query);
    }

    @Test
    void keepsEveryRevisionsDocument() throws SQLException {
        Ledger ledger = emptyLedger();
        ledger.record(List.of(recording(costing(id(1), credits("0.01")))));
        ledger.record(List.of(recording(costing(id(1), credits("0.02")))));

        assertThat(
                        ask(
                                "select string_agg(sign || ' ' || revision || ' ' || spend_picousd,"
                                        + " ',' order by seq) from entry"))
                .isEqualTo("1 1 10000000000,-1 1 10000000000,1 2 20000000000");
        assertThat(
                        ask(
                                "select count(*) || ' ' || count(entry.seq) from document left join"
                                        + " entry on entry.seq = document.seq and sign = 1"))
                .isEqualTo("2 2");
        assertThat(ask("select revision from generation join entry on seq = current"))
                .isEqualTo("2");
    }

    @Test
    void recordsMoreThanAStatementHasVariables() {
        List<Recording> many =
                IntStream.range(0, 1_201)
                        .mapToObj(i -> recording(complete(SampleGenerations.id(i))))
                        .toList();
        Ledger ledger = emptyLedger();

        assertThat(ledger.record(many)).containsOnly(Outcome.RECORDED).hasSize(1_201);
        assertThat(ledger.record(many)).containsOnly(Outcome.UNCHANGED).hasSize(1_201);
    }

    @Test
    void recordsNothingOfABatchThatHoldsAnImpossibleAmount() {
        Ledger ledger = emptyLedger();

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ledger.record(
                                List.of(
                                        recording(complete(id(1))),
                                        recording(costing(id(2), credits("9223373"))))))
                .withMessageContaining("9223373");
        assertThat(ledger.find(id(1))).isEmpty();
    }
}
