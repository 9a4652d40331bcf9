package io.genledger.app.view.maintain;

import java.util.Optional;

/**
 * A setting that holds.
 *
 * @param key the option's name without dashes, after {@code COMMAND.} if it holds for one command
 * @param value its value
 * @param source {@code command-line}, {@code environment}, {@code project}, {@code user}, {@code
 *     ledger} or {@code default}
 * @param place the option, the variable, or the file and the line; the account of a ledger's
 *     setting for one; empty for the ledger's own time zone and for a default
 */
public record SettingView(String key, String value, String source, Optional<String> place) {}
