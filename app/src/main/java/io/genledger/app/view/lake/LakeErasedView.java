package io.genledger.app.view.lake;

/**
 * The answer of {@code lake erase}.
 *
 * @param ledger the ledger's name in the lake
 * @param rows number of the lake's rows whose texts were replaced
 */
public record LakeErasedView(String ledger, long rows) {}
