package io.genledger.app.cli.render;

import io.genledger.domain.routing.ProviderAttempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One try at a provider, in words. */
final class Attempts {

    private Attempts() {}

    static String inWords(ProviderAttempt attempt) {
        List<String> words = new ArrayList<>();
        words.add(attempt.status().map(Attempts::ending).orElse("no status stated"));
        attempt.latency().map(Duration::toMillis).ifPresent(ms -> words.add(ms + " ms"));
        attempt.byok().filter(own -> own).ifPresent(own -> words.add("own key"));
        String provider = attempt.provider().map(Object::toString).orElse("a provider");
        return provider + ": " + String.join(", ", words);
    }

    private static String ending(int status) {
        String code = "HTTP " + status;
        return switch (status) {
            case 429 -> "refused, too many requests (" + code + ")";
            case 499 -> "the caller went away (" + code + ")";
            default -> code;
        };
    }
}
