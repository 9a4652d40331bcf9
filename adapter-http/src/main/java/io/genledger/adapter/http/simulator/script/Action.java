package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The action of a rule: it answers a request, or alters the reply of the rules below it.
 *
 * <p>Actions that answer every request:
 *
 * <ul>
 *   <li>{@code status 503}, {@code status 429 retry-after 2s}, {@code status 503 retry-after date
 *       3s}: an error; {@code Retry-After} in seconds or as an HTTP date
 *   <li>{@code not-found}: 404, as for a record that is not ready or does not exist
 *   <li>{@code page}, {@code page 502}: a web page instead of JSON; status 200 by default
 *   <li>{@code redirect URL}: 302 to that URL
 *   <li>{@code huge 2MiB}: a JSON document of that size
 *   <li>{@code reset}: a reset of the connection without a response
 *   <li>{@code silence}: no response, and the connection stays open
 * </ul>
 *
 * <p>Actions that answer some requests and pass on the rest:
 *
 * <ul>
 *   <li>{@code ready recorded}, {@code ready recorded faster 10}, {@code ready 1m..5m}: 404 until
 *       that time has passed since the second in the id
 *   <li>{@code limit 100 per 10s}, {@code … retry-after seconds}, {@code … retry-after date}: 429
 *       to requests beyond that rate limit, which counts all ids together
 * </ul>
 *
 * <p>Actions that alter the reply of the rules below:
 *
 * <ul>
 *   <li>{@code late 250ms}, {@code late 20ms..80ms}: a delay before the headers
 *   <li>{@code trickle 10ms}: a pause before each byte of the body
 *   <li>{@code truncate 200}, {@code reset-after 200}, {@code stall-after 200}: the connection is
 *       closed, reset or falls silent after that number of bytes of the body
 *   <li>{@code type text/plain}: another content type
 *   <li>{@code other-id}: the document states another id than the requested one
 *   <li>{@code corrected}: the document's usage, total cost and upstream cost at nine tenths
 * </ul>
 */
@FunctionalInterface
interface Action {

    /**
     * The behaviour of this action above that of the rules below it.
     *
     * @param random the source of random decisions, such as the delay of {@code late 1s..2s}
     */
    Behaviour over(Behaviour below, SeededRandom random);

    static Action parse(WordReader words) {
        Map<String, Function<WordReader, Action>> actions = new TreeMap<>(AnsweringActions.BY_NAME);
        actions.putAll(AlteringActions.BY_NAME);
        String expected = String.join(", ", actions.keySet());
        return words.next(expected, name -> Optional.ofNullable(actions.get(name))).apply(words);
    }
}
