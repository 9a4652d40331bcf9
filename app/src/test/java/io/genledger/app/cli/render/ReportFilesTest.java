package io.genledger.app.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.render.table.ReportCsv;
import io.genledger.app.cli.render.table.ReportTable;
import io.genledger.app.csv.Csv;
import io.genledger.app.view.SampleReports;
import io.genledger.app.view.spend.ReportForm;
import io.genledger.app.view.spend.ReportView;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports are drawn as their golden files. After a change on purpose, run this test with {@code
 * -Dgolden.write=true} and look at the difference.
 */
class ReportFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/genledger/app/cli/render");

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        ReportView byModel = SampleReports.byModel(ReportForm.IN_TABLE);
        for (int width : new int[] {80, 120, 200}) {
            all.put("report-" + width + ".txt", table(byModel, Optional.of(width)));
        }
        all.put("report.txt", table(byModel, Optional.empty()));
        all.put("report-compared.txt", table(SampleReports.compared(), Optional.empty()));
        all.put(
                "report-breakdown.txt",
                table(SampleReports.breakdown(ReportForm.IN_TABLE), Optional.of(120)));
        all.put("report.csv", csv(SampleReports.byMonthAndModel(), Csv.Form.PLAIN, false));
        all.put("report-excel.csv", csv(SampleReports.compared(), Csv.Form.EXCEL, true));
        return all;
    }

    private static String table(ReportView report, Optional<Integer> width) {
        return ReportTable.of(report, width, Style.PLAIN) + "\n";
    }

    private static String csv(ReportView report, Csv.Form form, boolean withSums) {
        StringWriter out = new StringWriter();
        report.writeTo(new ReportCsv(out, form, new ReportCsv.Kinds(withSums, withSums), false));
        return out.toString();
    }

    static Stream<String> names() {
        return all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aReportIsDrawnAsItsGoldenFile(String name) throws IOException {
        String drawn = Optional.ofNullable(all().get(name)).orElseThrow();
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, drawn);
        }

        assertThat(drawn).isEqualTo(Files.readString(file));
    }

    @Test
    void everyGoldenFileIsOfAReport() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(all().keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void noLineIsWiderThanTheTerminal(int width) {
        String table = table(SampleReports.byModel(ReportForm.IN_TABLE), Optional.of(width));

        assertThat(table.lines().filter(line -> line.contains("  ")))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(DisplayCells.of(line)).isLessThanOrEqualTo(width));
        assertThat(table).contains("Model", "Spend $");
    }

    @Test
    void rowsBeyondThoseThatAreMeasuredAreDrawnAsTheyCome() {
        ReportView report = SampleReports.byModel(ReportForm.IN_TABLE);
        List<String> lines = new ArrayList<>();
        ReportTable table = new ReportTable(lines::add, Optional.of(100), Style.PLAIN, false);
        table.begin(report.head());

        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            table.row(report.rows().get(i % report.rows().size()));
            drawn.add(lines.size());
        }
        table.end(report.end());

        assertThat(drawn.get(999)).isZero();
        assertThat(drawn.getLast()).isEqualTo(1501);
        assertThat(lines.get(1501)).startsWith("Total");
        assertThat(lines.subList(0, 1502))
                .allSatisfy(line -> assertThat(DisplayCells.of(line)).isLessThanOrEqualTo(100));
    }

    static Stream<Integer> widths() {
        return Stream.of(40, 60, 80, 120, 160, 200);
    }
}
