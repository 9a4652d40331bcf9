package io.genledger.adapter.sql.schema;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.generation.Generation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The view {@code generation_usd} of a SQLite file. */
class GenerationUsdTest {

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "0.00146375, 0.00146375",
        "6e-8, 0.00000006",
        "0.000000000001, 0.000000000001",
        "-0.000000000001, -0.000000000001",
        "-0.5, -0.5",
        "0, 0",
        "100, 100",
        "1200.50, 1200.5",
        "9223372.036854775807, 9223372.036854775807",
        "-9223372.036854775808, -9223372.036854775808",
        "0.0018599999999999999, 0.00186"
    })
    void dollarsAreExactAndPlain(String stated, String shown) throws SQLException {
        Path file = fileWith(costing(id(1), credits(stated)));

        for (String column : List.of("spend", "credits")) {
            assertThat(show(file, column)).as(column).isEqualTo(shown);
        }
    }

    @Test
    void anUnknownSpendIsNoZero() throws SQLException {
        Path file = fileWith(costing(id(1), byok("0.01", Optional.empty())));

        assertThat(show(file, "coalesce(spend, 'unknown')")).isEqualTo("unknown");
        assertThat(show(file, "coalesce(byok_upstream, 'unknown')")).isEqualTo("unknown");
        assertThat(show(file, "concat_ws(' ', trust, account, credits, byok_fee)"))
                .isEqualTo("unknown default 0.01 0.01");
    }

    @Test
    void showsTimesAndDollarsOfACompleteGeneration() throws SQLException {
        Path file = fileWith(complete(id(1)));

        assertThat(show(file, "concat_ws(' ', created_at, model, provider_name, is_byok)"))
                .isEqualTo("2025-08-20T08:02:08Z anthropic/claude-3-haiku Anthropic 1");
        assertThat(show(file, "concat_ws(' ', spend, credits, byok_fee, byok_upstream)"))
                .isEqualTo("0.001489509 0.000070929 0.000070929 0.00141858");
        assertThat(show(file, "cache_discount || ' ' || trust")).isEqualTo("-0.0000125 record");
    }

    private Path fileWith(Generation generation) {
        Path file = folder.resolve("ledger.db");
        files.open(file).ledger().record(List.of(recording(generation)));
        return file;
    }

    private static String show(Path file, String columns) throws SQLException {
        return LedgerFiles.ask(file, "select " + columns + " from generation_usd");
    }
}
