package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.Behaviour;
import io.genledger.adapter.http.simulator.Behaviours;
import io.genledger.adapter.http.simulator.Reply;
import io.genledger.adapter.http.simulator.RetryHint;
import io.genledger.adapter.http.simulator.chance.Timing;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Deeds that answer, some of them not every request. */
final class AnsweringDeeds {

    static final Map<String, Function<Words, Deed>> BY_NAME =
            Map.of(
                    "status", AnsweringDeeds::status,
                    "not-found", words -> answering(Behaviours.notFound()),
                    "page", AnsweringDeeds::page,
                    "redirect", AnsweringDeeds::redirect,
                    "huge", AnsweringDeeds::huge,
                    "reset", words -> answering(Behaviours.always(Reply.reset())),
                    "silence", words -> answering(Behaviours.always(Reply.silence())),
                    "ready", AnsweringDeeds::ready,
                    "limit", AnsweringDeeds::limit);

    private static final String STATUS = "an HTTP status from 200 to 599";
    private static final Pattern THREE_DIGITS = Pattern.compile("[2-5]\\d\\d");
    private static final String RETRY_AFTER = "retry-after";
    private static final int SMALLEST_DOCUMENT = 20;
    private static final int OK = 200;

    private AnsweringDeeds() {}

    private static Deed answering(Behaviour behaviour) {
        return (beneath, draw) -> behaviour;
    }

    private static Deed status(Words words) {
        int status = words.next(STATUS, AnsweringDeeds::statusCode);
        if (!words.skip(RETRY_AFTER)) {
            return answering(Behaviours.error(status, RetryHint.NONE, Duration.ZERO));
        }
        RetryHint hint = words.skip("date") ? RetryHint.DATE : RetryHint.SECONDS;
        Duration pause = words.next(Figures.DURATION, Figures::duration);
        return answering(Behaviours.error(status, hint, pause));
    }

    private static Deed page(Words words) {
        int status = words.optional(AnsweringDeeds::statusCode).orElse(OK);
        String html = "<html><body><h1>" + status + "</h1>A proxy's page</body></html>";
        return answering(Behaviours.always(Reply.page(status, html)));
    }

    private static Deed redirect(Words words) {
        URI target = words.next("a URL such as https://example.org/", AnsweringDeeds::url);
        return answering(Behaviours.always(Reply.redirect(target)));
    }

    private static Deed huge(Words words) {
        int bytes =
                words.next(
                        Figures.BYTES + ", from " + SMALLEST_DOCUMENT,
                        word -> Figures.bytes(word).filter(size -> size >= SMALLEST_DOCUMENT));
        return answering(Behaviours.always(Reply.huge(bytes)));
    }

    private static Deed ready(Words words) {
        Timing time =
                words.next(
                        "'recorded', " + Figures.SPAN,
                        word ->
                                word.equals("recorded")
                                        ? Optional.of(Timing.recordedReadiness())
                                        : AlteringDeeds.timing(word));
        Timing scaled =
                words.skip("faster")
                        ? time.fasterBy(words.next(Figures.COUNT, Figures::count))
                        : time;
        return (beneath, draw) -> Behaviours.readyAfter(scaled, draw, beneath);
    }

    private static Deed limit(Words words) {
        int requests = words.next(Figures.COUNT, Figures::count);
        words.require("per");
        Duration window = words.next(Figures.DURATION, Figures::positiveDuration);
        RetryHint hint =
                words.skip(RETRY_AFTER)
                        ? words.next("'seconds' or 'date'", AnsweringDeeds::hint)
                        : RetryHint.NONE;
        return (beneath, draw) -> Behaviours.limitedTo(requests, window, hint, beneath);
    }

    private static Optional<RetryHint> hint(String word) {
        return switch (word) {
            case "seconds" -> Optional.of(RetryHint.SECONDS);
            case "date" -> Optional.of(RetryHint.DATE);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> statusCode(String word) {
        return THREE_DIGITS.matcher(word).matches()
                ? Optional.of(Integer.valueOf(word))
                : Optional.empty();
    }

    /** Absolute, so that it can lead to another host. */
    private static Optional<URI> url(String word) {
        try {
            return Optional.of(URI.create(word)).filter(URI::isAbsolute);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
