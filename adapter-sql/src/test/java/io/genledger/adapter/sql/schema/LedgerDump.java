package io.genledger.adapter.sql.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that a ledger holds as text, without the numbers that a database gives out. */
final class LedgerDump {

    private static final List<String> QUERIES =
            List.of(
                    "select entry.*, document.requested_id, document.codec, document.body from"
                            + " entry left join document on document.seq = entry.seq",
                    "select generation.id, generation.read_age_s, entry.revision from generation"
                            + " join entry on entry.seq = generation.current",
                    "select * from rollup_quarter",
                    "select * from rollup_day",
                    "select * from rollup_day_by",
                    "select * from rollup_sketch",
                    "select * from rollup_finding",
                    "select * from tracked",
                    "select * from ledger_log",
                    "select * from quarantined_document",
                    "select * from tail_position",
                    "select * from setting",
                    "select version from schema_version");

    private static final Set<String> NUMBERS = Set.of("seq", "previous", "shard");

    private static final Set<String> HISTORY =
            Set.of("revision", "recorded_us", "digest", "digest_version");

    private final Map<Integer, String> texts = new HashMap<>();
    private final Set<String> lines = new TreeSet<>();

    private LedgerDump() {}

    static Set<String> of(Connection connection) throws SQLException {
        LedgerDump dump = new LedgerDump();
        try (Statement statement = connection.createStatement()) {
            dump.readTexts(statement);
            for (String query : QUERIES) {
                dump.add(statement, query);
            }
        }
        return dump.lines;
    }

    /** The columns of a generation's current entry that do not depend on its history. */
    static Map<String, String> currentEntry(Connection connection, String id) throws SQLException {
        LedgerDump dump = new LedgerDump();
        try (Statement statement = connection.createStatement()) {
            dump.readTexts(statement);
            try (ResultSet row =
                    statement.executeQuery(
                            "select entry.* from entry join generation on seq = current where id ="
                                    + " '%s'".formatted(id))) {
                row.next();
                Map<String, String> columns = new TreeMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.put(row.getMetaData().getColumnName(i), dump.value(row.getObject(i)));
                }
                columns.keySet().removeAll(NUMBERS);
                columns.keySet().removeAll(HISTORY);
                return columns;
            }
        }
    }

    private void readTexts(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select number, dimension, value from dimension_value")) {
            while (rows.next()) {
                texts.put(rows.getInt(1), rows.getString(2) + "=" + rows.getString(3));
            }
        }
    }

    private void add(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                StringBuilder line = new StringBuilder(query).append(": ");
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (!NUMBERS.contains(columns.getColumnName(i))) {
                        line.append(columns.getColumnName(i))
                                .append('=')
                                .append(value(rows.getObject(i)))
                                .append(' ');
                    }
                }
                lines.add(line.toString());
            }
        }
    }

    private String value(Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        String text = String.valueOf(value);
        return value instanceof Integer number ? texts.getOrDefault(number, text) : text;
    }
}
