package io.genledger.app.view.lake;

/**
 * The answer of {@code lake ship}, when the lake has all rows of the ledger.
 *
 * @param ledger the ledger's name in the lake
 * @param rows number of rows that were copied
 * @param steps number of statements that copied them
 * @param last number of the ledger's last row; 0 if it has none
 */
public record LakeShippedView(String ledger, long rows, long steps, long last) {}
