package io.genledger.adapter.http.simulator;

import java.time.Duration;
import java.util.Map;

/** The behaviours that others are made of. */
public final class Behaviours {

    private Behaviours() {}

    /**
     * Serves documents by id and says "not found" for all others.
     *
     * @param byId looked up on every request, from several threads, and never altered
     */
    public static Behaviour documents(Map<String, byte[]> byId) {
        return request -> {
            byte[] document = byId.get(request.id());
            return document == null ? notFound(request.id()) : Reply.document(document);
        };
    }

    /** The same reply, whatever is asked for. */
    public static Behaviour always(Reply reply) {
        return request -> reply;
    }

    /** Each id is "not found" so many times before it is there, as a fresh record is. */
    public static Behaviour notReadyTimes(int times, Behaviour then) {
        return firstTimes(times, request -> notFound(request.id()), then);
    }

    /** Each id is answered one way so many times, and another way from then on. */
    public static Behaviour firstTimes(int times, Behaviour first, Behaviour then) {
        return request -> (request.nth() <= times ? first : then).to(request);
    }

    /** One key is accepted and every other refused, as OpenRouter refuses an unknown one. */
    public static Behaviour acceptingKey(String key, Behaviour then) {
        return request ->
                request.token().equals(key)
                        ? then.to(request)
                        : Reply.error(401, "User not found.");
    }

    /** Every reply comes later by this pause. */
    public static Behaviour after(Duration pause, Behaviour then) {
        return request -> then.to(request).after(pause);
    }

    private static Reply notFound(String id) {
        return Reply.error(404, "Generation " + id + " not found");
    }
}
