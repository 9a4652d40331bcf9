package io.genledger.app.cli.render;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report as CSV (RFC 4180), for spreadsheets: plain digits, no total, because a column that holds
 * its own total is summed up twice.
 */
public final class ReportCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final List<String> FIGURES =
            List.of(
                    "requests",
                    "spend",
                    "credits",
                    "byokUpstream",
                    "cacheDiscount",
                    "promptTokens",
                    "completionTokens",
                    "reasoningTokens",
                    "cachedTokens",
                    "unknownSpend",
                    "byokFee",
                    "unknownCacheSaving");

    private ReportCsv() {}

    /** The rows of {@code report} below a header; the columns of {@code --json}. */
    public static String of(SpendReport report) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header(report));
            report.rows().forEach(row -> csv.writeRecord(record(row)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().stripTrailing();
    }

    private static List<String> header(SpendReport report) {
        return Stream.concat(report.dimensions().stream().map(Dimension::label), FIGURES.stream())
                .toList();
    }

    private static List<String> record(SpendRow row) {
        List<String> cells = new ArrayList<>();
        row.group().forEach(value -> cells.add(value.map(ReportCsv::harmless).orElse("")));
        SpendTotals totals = row.totals();
        Stream.of(
                        totals.requests(),
                        totals.spend(),
                        totals.credits(),
                        totals.byokUpstream(),
                        totals.cacheDiscount(),
                        totals.tokens().prompt(),
                        totals.tokens().completion(),
                        totals.tokens().reasoning(),
                        totals.tokens().cached(),
                        totals.unknownSpend(),
                        totals.byokFee(),
                        totals.unknownCacheSaving())
                .map(Object::toString)
                .forEach(cells::add);
        return cells;
    }

    /** A spreadsheet takes what begins like this for a formula, and names come from anybody. */
    private static String harmless(String name) {
        return !name.isEmpty() && FORMULA_STARTS.indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }
}
