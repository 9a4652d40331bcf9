package io.genledger.adapter.sql.crime;

import org.jooq.SQLDialect;

/** Names a dialect outside the engine. */
public record StatementThatNamesADialect(SQLDialect dialect) {}
