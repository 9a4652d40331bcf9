package io.genledger.app.cli.text;

import io.genledger.domain.routing.ProviderAttempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One try at a provider, in words. */
final class Attempts {

    private Attempts() {}

    static String inWords(ProviderAttempt attempt) {
        List<String> words = new ArrayList<>();
        attempt.status().ifPresent(status -> words.add("HTTP " + status));
        attempt.latency().map(Duration::toMillis).ifPresent(ms -> words.add(ms + " ms"));
        attempt.ownKey().filter(own -> own).ifPresent(own -> words.add("own key"));
        String provider = attempt.provider().map(Object::toString).orElse("a provider");
        return provider + ": " + String.join(", ", words);
    }
}
