package io.genledger.ports.alert;

import java.time.Instant;

/**
 * The condition of one alert rule at a time.
 *
 * @param rule the name of the rule, in lower case with hyphens
 * @param firing whether its threshold is exceeded
 * @param value what was measured: seconds or a number of ids; 0 or more
 * @param threshold the value above which the rule fires, in the same unit
 * @param at the time, by the wall clock
 */
public record Alert(String rule, boolean firing, long value, long threshold, Instant at) {}
