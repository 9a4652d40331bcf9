package io.genledger.app.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Static rules of FOCUS as a table of facts, each with a check of one column. */
final class FocusRules {

    private static final List<Rule> ALL = read();

    private FocusRules() {}

    /**
     * A rule.
     *
     * @param check what the values must be
     * @param words the rule, or the reason that it cannot pass
     * @param isKept false if it cannot pass
     */
    record Rule(String column, String check, String words, boolean isKept) {

        /** Whether the value of a row keeps the rule. */
        boolean isKeptBy(NamedCsvRecord row) {
            int condition = Math.max(check.indexOf(" if "), check.indexOf(" unless "));
            String value = row.getField(column);
            if (check.startsWith("before ")) {
                return Instant.parse(value)
                        .isBefore(Instant.parse(row.getField(check.substring(7))));
            }
            if (condition < 0) {
                return isKeptBy(value);
            }
            String[] parts = check.substring(condition + 1).split(" ", 2);
            String[] other = parts[1].split("=", 2);
            String stated = row.getField(other[0]);
            boolean holds = other.length == 1 ? !stated.isEmpty() : stated.equals(other[1]);
            boolean applies = parts[0].equals("if") == holds;
            return !applies || (check.startsWith("set") ? !value.isEmpty() : value.isEmpty());
        }

        private boolean isKeptBy(String value) {
            return switch (check) {
                case "any" -> true;
                case "set" -> !value.isEmpty();
                case "number" ->
                        value.isEmpty() || new BigDecimal(value).toPlainString().equals(value);
                case "time" ->
                        value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
                                && !Instant.parse(value).equals(Instant.EPOCH);
                case "json" -> value.isEmpty() || JsonMapper.shared().readTree(value).isObject();
                default -> Arrays.asList(check.split("\\|", -1)).contains(value);
            };
        }
    }

    private static List<Rule> read() {
        try (InputStream facts =
                Objects.requireNonNull(FocusRules.class.getResourceAsStream("focus-rules.tsv"))) {
            return new String(facts.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells ->
                            new Rule(
                                    cells[0].replace("!", ""),
                                    cells[1],
                                    cells[2],
                                    !cells[0].startsWith("!")))
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The rules that cannot pass. */
    static List<Rule> impossible() {
        return ALL.stream().filter(rule -> !rule.isKept()).toList();
    }

    static List<Rule> all() {
        return ALL;
    }

    /** The rows of a file that keeps all rules which can pass. */
    static List<NamedCsvRecord> rows(Path file) throws IOException {
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows = new ArrayList<>(csv.stream().toList());
        }
        for (Rule rule : ALL) {
            if (rule.isKept()) {
                assertThat(rows).as("%s", rule).allMatch(rule::isKeptBy);
            }
        }
        return rows;
    }
}
