package io.genledger.adapter.sql.schema;

import static io.genledger.ports.testkit.SampleGenerations.byok;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.ofKind;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The view {@code generation_usd}; run again on a PostgreSQL server. */
public class GenerationUsdTest {

    @RegisterExtension protected final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    /** An empty ledger. */
    protected LedgerDatabase empty() {
        return files.open(folder.resolve("ledger.db"));
    }

    /** The first value of the first row. */
    protected String ask(String query) throws SQLException {
        return LedgerFiles.ask(folder.resolve("ledger.db"), query);
    }

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
    void textsOfDollarsAreExactAndPlain(String stated, String shown) throws SQLException {
        record(costing(id(1), credits(stated)));

        for (String column : List.of("spend_text", "credits_text")) {
            assertThat(show(column)).as(column).isEqualTo(shown);
        }
    }

    @Test
    void dollarsAreNumbers() throws SQLException {
        record(
                costing(id(1), credits("0.5")),
                costing(id(2), credits("10")),
                costing(id(3), credits("9")));

        assertThat(ask("select count(*) from generation_usd where spend > 1")).isEqualTo("2");
        assertThat(ask("select spend_text from generation_usd order by spend desc limit 1"))
                .isEqualTo("10");
        assertThat(ask("select sum(spend_picousd) from generation_usd"))
                .isEqualTo("19500000000000");
    }

    @Test
    void anUnknownSpendIsNoZero() throws SQLException {
        record(costing(id(1), byok("0.01", Optional.empty())));

        assertThat(show("coalesce(spend_text, 'unknown')")).isEqualTo("unknown");
        assertThat(show("coalesce(byok_upstream_text, 'unknown')")).isEqualTo("unknown");
        assertThat(ask("select count(*) from generation_usd where spend is null")).isEqualTo("1");
        assertThat(show("concat_ws(' ', trust, account, credits_text, byok_fee_text)"))
                .isEqualTo("unknown default 0.01 0.01");
    }

    @Test
    void showsTextsTokensAndDollarsOfACompleteGeneration() throws SQLException {
        record(complete(id(1)));

        assertThat(show("concat_ws(' ', day, model, provider)"))
                .isEqualTo("2025-08-20 anthropic/claude-3-haiku Anthropic");
        assertThat(show("concat_ws(' ', spend_text, credits_text, byok_fee_text)"))
                .isEqualTo("0.001489509 0.000070929 0.000070929");
        assertThat(show("concat_ws(' ', byok_upstream_text, cache_discount_text, trust, kind)"))
                .isEqualTo("0.00141858 -0.0000125 record record");
        assertThat(show("case when byok then 'own key' else 'credits' end")).isEqualTo("own key");
    }

    @ParameterizedTest
    @CsvSource({
        "METADATA, record record",
        "COMPLETION, inline provisional",
        "ACTIVITY, activity provisional",
        "BROADCAST, broadcast provisional"
    })
    void namesTheKindOfDocumentAndItsTrust(DocumentKind kind, String shown) throws SQLException {
        record(ofKind(complete(id(1)), kind));

        assertThat(show("concat_ws(' ', kind, trust)")).isEqualTo(shown);
    }

    /** Of every group of a report by a dimension that the view has, too. */
    @Test
    void itsSumsAreThoseOfAReport() throws SQLException {
        LedgerDatabase ledger =
                record(
                        servedBy(costing(id(1), credits("0.1")), "a/b", "X"),
                        servedBy(costing(id(2), credits("0.2")), "a/b", "Y"),
                        servedBy(costing(id(3), byok("0.01", Optional.empty())), "a/b", "Y"),
                        servedBy(costing(id(4), credits("0.000000000001")), "c/d", "X"),
                        complete(id(5)));

        for (Dimension dimension : List.of(Dimension.MODEL, Dimension.PROVIDER, Dimension.TRUST)) {
            List<SpendRow> rows = new ArrayList<>();
            ledger.spend()
                    .read(
                            new SpendQuery(List.of(dimension), TimeRange.ALWAYS, ZoneOffset.UTC),
                            rows::add);
            assertThat(rows).as(dimension.label()).hasSizeGreaterThan(1);
            for (SpendRow row : rows) {
                String group = row.group().get(0).orElseThrow();
                assertThat(
                                ask(
                                        "select count(*) || ' ' || coalesce(sum(spend_picousd), 0)"
                                            + " || ' ' || count(case when spend is null then 1 end)"
                                            + " from"
                                                + " generation_usd where %s = '%s'"
                                                        .formatted(dimension.label(), group)))
                        .as(group)
                        .isEqualTo(
                                "%d %s %d"
                                        .formatted(
                                                row.totals().requests(),
                                                row.totals()
                                                        .spend()
                                                        .value()
                                                        .movePointRight(12)
                                                        .toBigInteger(),
                                                row.totals().unknownSpend()));
            }
        }
    }

    @Test
    void theQueriesInTheReadmeOfAppRun() throws IOException, SQLException {
        record(complete(id(1)), costing(id(2), credits("0.5")))
                .pending()
                .track(Set.of(id(3)), Instant.EPOCH);
        String readme = Files.readString(Path.of("../app/README.md"));
        String block = readme.split("\n```sql\n", 2)[1].split("\n```", 2)[0];
        List<String> queries = block.lines().filter(line -> !line.startsWith("-- ")).toList();

        assertThat(queries).hasSizeGreaterThanOrEqualTo(10);
        for (String query : queries) {
            assertThat(ask("select count(*) from (%s) as q".formatted(query.replace(";", ""))))
                    .as(query)
                    .matches(query.contains("IS NULL") ? "0" : "[1-9]");
        }
    }

    private LedgerDatabase record(Generation... generations) {
        LedgerDatabase ledger = empty();
        ledger.ledger().record(Stream.of(generations).map(each -> recording(each)).toList());
        return ledger;
    }

    private String show(String columns) throws SQLException {
        return ask("select " + columns + " from generation_usd");
    }
}
