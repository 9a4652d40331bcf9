package io.genledger.adapter.http.simulator;

import io.genledger.adapter.http.simulator.chance.Draw;
import io.genledger.adapter.http.simulator.chance.Timing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The behaviours that others are made of; each takes the one that it stands before. */
public final class Behaviours {

    private static final int OK = 200;

    private Behaviours() {}

    /**
     * Serves documents by id and says "not found" for all others.
     *
     * @param byId looked up on every request, from several threads, and never altered
     */
    public static Behaviour documents(Map<String, byte[]> byId) {
        return documents(id -> Optional.ofNullable(byId.get(id)));
    }

    /**
     * Serves documents by id and says "not found" where there is none.
     *
     * @param byId asked on every request, from several threads
     */
    public static Behaviour documents(Function<String, Optional<byte[]>> byId) {
        return request ->
                byId.apply(request.id())
                        .<Reply>map(Reply::document)
                        .orElseGet(() -> notFound(request.id()));
    }

    /** The same reply, whatever is asked for. */
    public static Behaviour always(Reply reply) {
        return request -> reply;
    }

    /** No such generation, in OpenRouter's words. */
    public static Behaviour notFound() {
        return request -> notFound(request.id());
    }

    /** An error with the usual words of its status, and perhaps when to come again. */
    public static Behaviour error(int status, RetryHint hint, Duration pause) {
        Answer error = Reply.error(status);
        return request -> hint.on(error, request.at(), pause);
    }

    /** One way for the requests that match, another for all others. */
    public static Behaviour when(
            Predicate<MetadataRequest> condition, Behaviour matching, Behaviour otherwise) {
        return request -> (condition.test(request) ? matching : otherwise).to(request);
    }

    /** Each id is "not found" so many times before it is there, as a fresh record is. */
    public static Behaviour notReadyTimes(int times, Behaviour then) {
        return firstTimes(times, notFound(), then);
    }

    /** Each id is answered one way so many times, and another way from then on. */
    public static Behaviour firstTimes(int times, Behaviour first, Behaviour then) {
        return when(request -> request.nth() <= times, first, then);
    }

    /**
     * Each id is "not found" until its own time has passed since the second in it. Ids without a
     * second are ready at once.
     *
     * @param draw gives an id the same time at each of its requests
     */
    public static Behaviour readyAfter(Timing time, Draw draw, Behaviour then) {
        return when(
                request ->
                        IdSecond.of(request.id())
                                .map(second -> second.plus(time.drawn(draw.forId(request.id()))))
                                .filter(request.at()::isBefore)
                                .isPresent(),
                notFound(),
                then);
    }

    /** One key is accepted and every other refused, as OpenRouter refuses an unknown one. */
    public static Behaviour acceptingKey(String key, Behaviour then) {
        return when(request -> request.token().equals(key), then, always(Reply.error(401)));
    }

    /** So many requests in each stretch of time, counted together as an account's are; then 429. */
    public static Behaviour limitedTo(
            int requests, Duration window, RetryHint hint, Behaviour then) {
        RateWindow limit = new RateWindow(requests, window);
        Answer refusal = Reply.error(429);
        return request ->
                limit.admits(request.since())
                        ? then.to(request)
                        : hint.on(refusal, request.at(), limit.rest(request.since()));
    }

    /** Every reply comes later by this pause. */
    public static Behaviour after(Duration pause, Behaviour then) {
        return replying(reply -> reply.after(pause), then);
    }

    /** Every reply comes later by a pause of its own. */
    public static Behaviour after(Timing pause, Draw draw, Behaviour then) {
        return request ->
                then.to(request).after(pause.drawn(draw.forAttempt(request.id(), request.nth())));
    }

    /** Every reply is sent in another way: slower, cut short. */
    public static Behaviour replying(UnaryOperator<Reply> alteration, Behaviour then) {
        return request -> alteration.apply(then.to(request));
    }

    /** Records that were corrected: {@link Forgery#corrected}. */
    public static Behaviour corrected(Behaviour then) {
        return forging((document, request) -> Forgery.corrected(document), then);
    }

    /** Records of another generation than the one that was asked for. */
    public static Behaviour ofAnotherId(Behaviour then) {
        return forging((document, request) -> Forgery.ofAnotherId(document, request.id()), then);
    }

    private static Behaviour forging(Forger forger, Behaviour then) {
        return request ->
                then.to(request)
                        .answering(answer ->
                                answer.status() == OK
                                        ? answer.withBody(forger.forge(answer.body(), request))
                                        : answer);
    }

    private static Reply notFound(String id) {
        return Reply.error(404, "Generation " + id + " not found");
    }

    /** Makes another document of one. */
    private interface Forger {
        byte[] forge(byte[] document, MetadataRequest request);
    }
}
