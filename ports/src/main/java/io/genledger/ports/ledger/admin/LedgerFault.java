package io.genledger.ports.ledger.admin;

/**
 * A value in a ledger that is not the expected one. It holds no document and no user's text.
 *
 * @param table the table, such as {@code rollup_day}
 * @param row its bucket and key, such as {@code 2025-08-20 model=openai/gpt-5}, or the generation's
 *     id
 * @param column the column; that of the sum without the unit for an amount in several columns
 * @param expected the expected value, an amount in US dollars
 * @param found the value that is stored, an amount in US dollars
 */
public record LedgerFault(String table, String row, String column, String expected, String found) {}
