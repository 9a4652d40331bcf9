package io.genledger.app.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Receives each request when its answer begins. Called by many threads; does not throw. */
@FunctionalInterface
public interface RequestObserver {

    /** Ignores all requests. */
    RequestObserver NONE = request -> {};

    /** A request was answered. */
    void answered(Answered request);

    /**
     * A request with its answer.
     *
     * @param method the method; {@code none} without a route
     * @param route the template of its route, without values; {@code none} without a route
     * @param status the HTTP status
     * @param nanoseconds the time until the answer began
     * @param header the value of a header of the request; null if it has none
     */
    record Answered(
            String method,
            String route,
            int status,
            long nanoseconds,
            Function<String, @Nullable String> header) {}
}
