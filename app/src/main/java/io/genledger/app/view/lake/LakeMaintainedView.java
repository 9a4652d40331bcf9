package io.genledger.app.view.lake;

/**
 * The answer of {@code lake maintain}.
 *
 * @param lake the lake's server, catalog and schema
 * @param retentionMs how long an earlier state of the lake can still be read
 */
public record LakeMaintainedView(String lake, long retentionMs) {}
