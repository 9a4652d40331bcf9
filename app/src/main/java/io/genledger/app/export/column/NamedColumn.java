package io.genledger.app.export.column;

/**
 * The documentation of a column.
 *
 * @param name its name in the file
 * @param unit the unit or form of its values
 * @param isNullable whether it can be empty, because the value is unknown
 * @param source where its values come from: a field of the record, or what the ledger knows
 */
public record NamedColumn(String name, String unit, boolean isNullable, String source) {}
