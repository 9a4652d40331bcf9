package io.genledger.app.export;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.Application;
import io.genledger.app.export.column.ActivityColumn;
import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.focus.FocusForm;
import io.genledger.app.export.parquet.ParquetForm;
import io.genledger.app.export.xlsx.XlsxForm;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.export.RowShape;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.testkit.InMemoryExportReader;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.export.ExportGenerations;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActivityRowsCsvTest {

    private static final String IMPORTED =
            "{\"genledger\":\"activity-row\",\"row\":{\"api_key_disabled\":\"false\","
                    + "\"api_key_name\":\"key, one\",\"app_name\":\"=app\","
                    + "\"cost_cache\":\"-0.006331\",\"cost_total\":\"0.001641\","
                    + "\"cost_web_search\":null,\"created_at\":\"2026-08-24 22:00:08.247\","
                    + "\"generation_id\":\"gen-1\",\"tokens_prompt\":\"35985\"}}";

    @Test
    void theColumnsAreThoseOfOpenRouterInItsOrder() throws IOException {
        String rules = Files.readString(Path.of("../domain/OPENROUTER.md"));
        Matcher columns =
                Pattern.compile("`(generation_id, created_at, cost_total,[^`]*)`").matcher(rules);

        assertThat(columns.find()).isTrue();
        assertThat(ActivityColumn.NAMED)
                .extracting(NamedColumn::name)
                .containsExactly(columns.group(1).split(",\\s+"));
    }

    /** All its digits, and the columns that no record states. */
    @Test
    void anImportedRowComesOutAsItCameInOpenRoutersOrder() throws IOException {
        InMemoryLedger ledger = new InMemoryLedger();
        ledger.record(
                List.of(
                        new Recording(
                                LedgerEntry.of(complete(id(1))),
                                new MetadataDocument(
                                        Optional.empty(),
                                        IMPORTED.getBytes(StandardCharsets.UTF_8),
                                        SampleGenerations.RECEIVED))));
        ExportQuery query = ExportQuery.ALL.with(RowShape.WITH_DOCUMENT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ExportResult result =
                new Exporter(
                                new ExportGenerations(new InMemoryExportReader(ledger), () -> 0),
                                Application.rowDecoders(),
                                RowObserver.NONE,
                                new StopSignal())
                        .toStream(
                                new ExportJob(
                                        "ledger.db",
                                        ExportFormat.ACTIVITY_CSV,
                                        query,
                                        new FormatOptions(
                                                true,
                                                FocusForm.STANDARD,
                                                XlsxForm.STANDARD,
                                                ParquetForm.STANDARD)),
                                out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(
                        "gen-1,2026-08-24 22:00:08.247,0.001641,,-0.006331,,,35985,,,,,,,,,,,,,,"
                                + "false,\"key, one\",'=app");
        assertThat(result.notes())
                .containsExactly(
                        "In 1 cell an apostrophe (') stands before text that a spreadsheet would"
                                + " execute as a formula.");
    }
}
