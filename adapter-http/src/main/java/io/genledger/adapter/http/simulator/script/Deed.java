package io.genledger.adapter.http.simulator.script;

import io.genledger.adapter.http.simulator.Behaviour;
import io.genledger.adapter.http.simulator.chance.Draw;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a rule does to a request, or to the answer of the rules beneath it.
 *
 * <p>Rules that answer:
 *
 * <ul>
 *   <li>{@code status 503}, {@code status 429 retry-after 2s}, {@code status 503 retry-after date
 *       3s}: an error, with {@code Retry-After} in seconds or as an HTTP date
 *   <li>{@code not-found}: 404, as for a record that is not ready, or not there
 *   <li>{@code page}, {@code page 502}: a web page instead of JSON, with status 200 or another
 *   <li>{@code redirect URL}: 302 to there
 *   <li>{@code huge 2MiB}: a JSON document of that size
 *   <li>{@code reset}: the connection is reset before any answer
 *   <li>{@code silence}: nothing ever comes
 * </ul>
 *
 * <p>Rules that answer some requests and leave the others alone:
 *
 * <ul>
 *   <li>{@code ready recorded}, {@code ready recorded faster 10}, {@code ready 1m..5m}: 404 until
 *       that time has passed since the second in the id
 *   <li>{@code limit 100 per 10s}, {@code … retry-after seconds}, {@code … retry-after date}: 429
 *       for all that exceeds the account's limit in each stretch of time
 * </ul>
 *
 * <p>Rules that change the answers of those below:
 *
 * <ul>
 *   <li>{@code late 250ms}, {@code late 20ms..80ms}: headers come later
 *   <li>{@code trickle 10ms}: a pause before each byte of the body
 *   <li>{@code truncate 200}, {@code reset-after 200}, {@code stall-after 200}: after so many bytes
 *       of the body the connection is closed, reset, or falls silent
 *   <li>{@code type text/plain}: another content type
 *   <li>{@code other-id}: the record says it is of another generation
 *   <li>{@code corrected}: the record with usage, total cost and upstream cost at nine tenths
 * </ul>
 */
@FunctionalInterface
interface Deed {

    Behaviour over(Behaviour beneath, Draw draw);

    static Deed parse(Words words) {
        Map<String, Function<Words, Deed>> deeds = new TreeMap<>(AnsweringDeeds.BY_NAME);
        deeds.putAll(AlteringDeeds.BY_NAME);
        String expected = String.join(", ", deeds.keySet());
        return words.next(expected, name -> Optional.ofNullable(deeds.get(name))).apply(words);
    }
}
