package io.genledger.app.crime;

import io.genledger.adapter.sql.crime.StatementThatNamesADialect;

/** Knows the inside of adapter-sql. */
public record ReportThatKnowsAStatement(StatementThatNamesADialect statement) {}
