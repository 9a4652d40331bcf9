package io.genledger.adapter.sql.schema;

import io.genledger.adapter.sql.entry.EntryDimension;
import java.sql.SQLException;
import java.util.List;

/** Makes the tables of version 11 of those of today. */
final class VersionEleven {

    private static final List<String> ROLLUPS =
            List.of("rollup_quarter", "rollup_day", "rollup_day_by");

    private static final List<String> ADDED =
            List.of(
                    "unknown_prompt_tokens",
                    "unknown_completion_tokens",
                    "unknown_reasoning_tokens",
                    "unknown_cached_tokens",
                    "unpriced_microusd",
                    "unpriced_picousd",
                    "unpriced_tokens",
                    "unrated_prompt_tokens",
                    "unrated_cached_tokens");

    /** Changes a ledger by plain JDBC. */
    @FunctionalInterface
    interface Change {
        void run(String statements) throws SQLException;
    }

    private VersionEleven() {}

    static void restore(Change change) throws SQLException {
        for (String table :
                List.of("access_token", "access_session", "colour_slot", "rollup_sketch")) {
            change.run("drop table " + table);
        }
        change.run("drop index tracked_looked_up");
        change.run("alter table tracked drop column looked_up");
        change.run("drop view entry_feed");
        change.run("drop view generation_usd");
        change.run("alter table entry rename column kind to inline");
        for (String rollup : ROLLUPS) {
            for (String column : ADDED) {
                change.run("alter table %s drop column %s".formatted(rollup, column));
            }
            change.run("alter table %s add column timed int default 0 not null".formatted(rollup));
        }
        change.run("create view generation_usd as select inline from entry");
        change.run("delete from schema_version where version >= 12");
    }

    /**
     * Adds the generation time of a generation that states no completion tokens, whose model is its
     * own, to the sums.
     */
    static void addGenerationTime(Change change, String model, long micros) throws SQLException {
        String added =
                " set generation_time_us = coalesce(generation_time_us, 0) + %d where "
                        .formatted(micros);
        String entry =
                " from entry where model = (select number from dimension_value where value = '%s'))"
                        .formatted(model);
        for (String rollup : ROLLUPS.subList(0, 2)) {
            change.run("update " + rollup + added + "model = (select model" + entry);
        }
        for (EntryDimension dimension : EntryDimension.all()) {
            change.run(
                    "update rollup_day_by%sdimension = %d and value = (select %s%s"
                            .formatted(added, dimension.code(), dimension.label(), entry));
        }
    }
}
