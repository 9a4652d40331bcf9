package io.genledger.app.view.lake;

import java.util.List;

/**
 * The answer of {@code lake init}.
 *
 * @param lake the lake's server, catalog and schema
 * @param changes what was created or added, as sentences; empty if nothing was missing
 */
public record LakePreparedView(String lake, List<String> changes) {}
