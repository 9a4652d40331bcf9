package io.genledger.app.cli.collect;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Times;
import io.genledger.app.service.collect.RepeatedDelays;
import io.genledger.ports.usecase.collect.Delay;
import java.time.Duration;
import java.time.Instant;

/** Delays by OpenRouter in words. */
final class DelayText {

    private static final Duration WORTH_A_TIME_OF_DAY = Duration.ofMinutes(1);

    private DelayText() {}

    /** {@code backing off 1 min 30 s, until 2025-08-20T08:02:07Z: reason}. */
    static String started(Delay delay, Instant now) {
        return account(delay)
                + delay.until()
                        .filter(now::isBefore)
                        .map(until -> "backing off " + span(now, until))
                        .orElseGet(() -> cause(delay) + " since " + Times.second(delay.since()))
                + ": "
                + delay.reason();
    }

    /** {@code OpenRouter answers again after 1 min 30 s}. */
    static String ended(Delay delay, Duration after) {
        return account(delay) + "OpenRouter answers again after " + Times.roundedUp(after);
    }

    /** {@code 24 more rate limits since 2025-08-20T08:02:07Z, for 43 s in all: reason}. */
    static String repeated(RepeatedDelays repeated) {
        String kind = repeated.last().rateLimited() ? "more rate limit" : "more outage";
        return "%s%s since %s, for %s in all: %s"
                .formatted(
                        account(repeated.last()),
                        Numbers.count(repeated.times(), kind),
                        Times.second(repeated.since()),
                        Times.roundedUp(repeated.lasted()),
                        repeated.last().reason());
    }

    /** {@code backing off 5 s}, {@code rate limited for 5 s}. */
    static String brief(Delay delay, Instant now) {
        return account(delay)
                + delay.until()
                        .filter(now::isBefore)
                        .map(until ->
                                "backing off " + Times.roundedUp(Duration.between(now, until)))
                        .orElseGet(() ->
                                cause(delay)
                                        + " for "
                                        + Times.roundedUp(Duration.between(delay.since(), now)));
    }

    /** Names the account of a delay that concerns one of several keys. */
    private static String account(Delay delay) {
        return delay.account().map(account -> "account " + account + ": ").orElse("");
    }

    /** The duration, followed by the end if that is a minute away or more. */
    private static String span(Instant now, Instant until) {
        Duration backoff = Duration.between(now, until);
        return backoff.compareTo(WORTH_A_TIME_OF_DAY) < 0
                ? Times.roundedUp(backoff)
                : Times.roundedUp(backoff) + ", until " + Times.second(until);
    }

    private static String cause(Delay delay) {
        return delay.rateLimited() ? "rate limited" : "requests fail";
    }
}
