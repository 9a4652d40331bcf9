package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.random.DurationDistribution;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.reply.RetryAfterForm;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The actions that answer all or some requests. */
final class AnsweringActions {

    static final Map<String, Function<WordReader, Action>> BY_NAME =
            Map.of(
                    "status", AnsweringActions::status,
                    "not-found", words -> answering(Behaviours.notFound()),
                    "page", AnsweringActions::page,
                    "redirect", AnsweringActions::redirect,
                    "huge", AnsweringActions::huge,
                    "reset", words -> answering(Behaviours.always(Reply.reset())),
                    "silence", words -> answering(Behaviours.always(Reply.silence())),
                    "ready", AnsweringActions::ready,
                    "limit", AnsweringActions::limit);

    private static final String STATUS = "an HTTP status from 200 to 599";
    private static final Pattern THREE_DIGITS = Pattern.compile("[2-5]\\d\\d");
    private static final String RETRY_AFTER = "retry-after";
    private static final int SMALLEST_DOCUMENT = 20;
    private static final int OK = 200;

    private AnsweringActions() {}

    private static Action answering(Behaviour behaviour) {
        return (below, random) -> behaviour;
    }

    private static Action status(WordReader words) {
        int status = words.next(STATUS, AnsweringActions::statusCode);
        if (!words.skip(RETRY_AFTER)) {
            return answering(Behaviours.error(status, RetryAfterForm.NONE, Duration.ZERO));
        }
        RetryAfterForm form = words.skip("date") ? RetryAfterForm.DATE : RetryAfterForm.SECONDS;
        Duration pause = words.next(Quantities.DURATION, Quantities::duration);
        return answering(Behaviours.error(status, form, pause));
    }

    private static Action page(WordReader words) {
        int status = words.optional(AnsweringActions::statusCode).orElse(OK);
        String html = "<html><body><h1>" + status + "</h1>A proxy's page</body></html>";
        return answering(Behaviours.always(Reply.page(status, html)));
    }

    private static Action redirect(WordReader words) {
        URI target = words.next("a URL such as https://example.org/", AnsweringActions::url);
        return answering(Behaviours.always(Reply.redirect(target)));
    }

    private static Action huge(WordReader words) {
        int bytes =
                words.next(
                        Quantities.BYTES + ", from " + SMALLEST_DOCUMENT,
                        word -> Quantities.bytes(word).filter(size -> size >= SMALLEST_DOCUMENT));
        return answering(Behaviours.always(Reply.huge(bytes)));
    }

    private static Action ready(WordReader words) {
        DurationDistribution age =
                words.next(
                        "'recorded', " + Quantities.DURATION_RANGE,
                        word ->
                                word.equals("recorded")
                                        ? Optional.of(DurationDistribution.recordedReadiness())
                                        : AlteringActions.distribution(word));
        DurationDistribution scaled =
                words.skip("faster")
                        ? age.fasterBy(words.next(Quantities.COUNT, Quantities::count))
                        : age;
        return (below, random) -> Behaviours.readyAfter(scaled, random, below);
    }

    private static Action limit(WordReader words) {
        int requests = words.next(Quantities.COUNT, Quantities::count);
        words.require("per");
        Duration window = words.next(Quantities.DURATION, Quantities::positiveDuration);
        RetryAfterForm form =
                words.skip(RETRY_AFTER)
                        ? words.next("'seconds' or 'date'", AnsweringActions::form)
                        : RetryAfterForm.NONE;
        return (below, random) -> Behaviours.limitedTo(requests, window, form, below);
    }

    private static Optional<RetryAfterForm> form(String word) {
        return switch (word) {
            case "seconds" -> Optional.of(RetryAfterForm.SECONDS);
            case "date" -> Optional.of(RetryAfterForm.DATE);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> statusCode(String word) {
        return THREE_DIGITS.matcher(word).matches()
                ? Optional.of(Integer.valueOf(word))
                : Optional.empty();
    }

    /** Only an absolute URL, because a redirect is meant to lead to another host. */
    private static Optional<URI> url(String word) {
        try {
            return Optional.of(URI.create(word)).filter(URI::isAbsolute);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
