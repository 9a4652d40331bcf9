/** Answers of many rows: tables for people, CSV for spreadsheets. */
@NullMarked
package io.genledger.app.cli.render.table;

import org.jspecify.annotations.NullMarked;
