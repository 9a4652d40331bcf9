package io.genledger.adapter.http.simulator.behaviour;

import io.genledger.adapter.http.simulator.random.DurationDistribution;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.reply.Response;
import io.genledger.adapter.http.simulator.reply.RetryAfterForm;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The basic behaviours, from which others are composed. The parameter {@code then} is the behaviour
 * to which requests are passed on, or whose reply is altered.
 */
public final class Behaviours {

    private static final int OK = 200;

    private Behaviours() {}

    /**
     * Serves documents by id, and 404 for any other id.
     *
     * @param byId read on every request, concurrently; its byte arrays must not be altered
     */
    public static Behaviour documents(Map<String, byte[]> byId) {
        return documents(id -> Optional.ofNullable(byId.get(id)));
    }

    /**
     * Serves documents by id, and 404 for an id without a document.
     *
     * @param byId called on every request, concurrently
     */
    public static Behaviour documents(Function<String, Optional<byte[]>> byId) {
        return request ->
                byId.apply(request.id())
                        .<Reply>map(Reply::document)
                        .orElseGet(() -> notFound(request.id()));
    }

    /** The same reply to every request. */
    public static Behaviour always(Reply reply) {
        return request -> reply;
    }

    /** 404 to every request, with OpenRouter's message (OPENROUTER.md §1.2). */
    public static Behaviour notFound() {
        return request -> notFound(request.id());
    }

    /**
     * An error with the usual message of its status.
     *
     * @param form the form of {@code Retry-After}
     * @param pause the value of {@code Retry-After}; unused without that header
     */
    public static Behaviour error(int status, RetryAfterForm form, Duration pause) {
        Response error = Reply.error(status);
        return request -> form.on(error, request.at(), pause);
    }

    /** One behaviour for requests that meet the condition, and another for the rest. */
    public static Behaviour when(
            Predicate<MetadataRequest> condition, Behaviour matching, Behaviour otherwise) {
        return request -> (condition.test(request) ? matching : otherwise).to(request);
    }

    /** One behaviour for the first requests for each id, and another from then on. */
    public static Behaviour firstTimes(int times, Behaviour first, Behaviour then) {
        return when(request -> request.nth() <= times, first, then);
    }

    /**
     * 404 until a record is ready: some time after the second in its id, or at once without one.
     *
     * @param age the distribution of that time
     * @param random gives an id the same time at each of its requests
     */
    public static Behaviour readyAfter(
            DurationDistribution age, SeededRandom random, Behaviour then) {
        return when(request -> isYoung(request, age, random), notFound(), then);
    }

    private static boolean isYoung(
            MetadataRequest request, DurationDistribution age, SeededRandom random) {
        return IdTimestamp.of(request.id())
                .map(second -> second.plus(age.next(random.forId(request.id()))))
                .filter(request.at()::isBefore)
                .isPresent();
    }

    /** 401 to every request that carries another token than {@code key}. */
    public static Behaviour acceptingKey(String key, Behaviour then) {
        return when(request -> request.token().equals(key), then, always(Reply.error(401)));
    }

    /**
     * 429 to requests beyond a rate limit for all ids together, as OpenRouter's is.
     *
     * @param requests the most requests in a window, from 1
     * @param window the length of a window; the first begins at the simulator's start
     */
    public static Behaviour limitedTo(
            int requests, Duration window, RetryAfterForm form, Behaviour then) {
        FixedWindowLimit limit = new FixedWindowLimit(requests, window);
        Response refusal = Reply.error(429);
        return request ->
                limit.admits(request.since())
                        ? then.to(request)
                        : form.on(refusal, request.at(), limit.untilNext(request.since()));
    }

    /** Delays every reply by the same time. */
    public static Behaviour after(Duration delay, Behaviour then) {
        return altering(reply -> reply.after(delay), then);
    }

    /** Delays each reply by another random time. */
    public static Behaviour after(DurationDistribution delay, SeededRandom random, Behaviour then) {
        return request ->
                then.to(request).after(delay.next(random.forAttempt(request.id(), request.nth())));
    }

    /** Alters every reply. */
    public static Behaviour altering(UnaryOperator<Reply> alteration, Behaviour then) {
        return request -> alteration.apply(then.to(request));
    }

    /** Serves documents with other amounts: {@link AlteredDocument#corrected}. */
    public static Behaviour corrected(Behaviour then) {
        return alteringDocuments((document, request) -> AlteredDocument.corrected(document), then);
    }

    /** Serves documents that state another id than the requested one. */
    public static Behaviour ofAnotherId(Behaviour then) {
        return alteringDocuments(
                (document, request) -> AlteredDocument.ofAnotherId(document, request.id()), then);
    }

    private static Behaviour alteringDocuments(Alteration alteration, Behaviour then) {
        return request ->
                then.to(request)
                        .altering(response ->
                                response.status() == OK
                                        ? response.withBody(
                                                alteration.apply(response.body(), request))
                                        : response);
    }

    private static Reply notFound(String id) {
        return Reply.error(404, "Generation " + id + " not found");
    }

    /** Alters a document. */
    private interface Alteration {
        byte[] apply(byte[] document, MetadataRequest request);
    }
}
