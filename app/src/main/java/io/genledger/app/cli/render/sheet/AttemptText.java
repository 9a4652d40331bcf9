package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Times;
import io.genledger.app.view.generation.AttemptView;
import java.util.ArrayList;
import java.util.List;

/** One attempt at a provider, in words. */
final class AttemptText {

    private AttemptText() {}

    /** {@code Google: rate limited (HTTP 429), 327 ms}. */
    static String of(AttemptView attempt) {
        List<String> words = new ArrayList<>();
        words.add(attempt.status().map(AttemptText::ending).orElse("no status stated"));
        attempt.latencyMs().map(Times::milliseconds).ifPresent(words::add);
        attempt.byok().filter(own -> own).ifPresent(own -> words.add("BYOK"));
        return attempt.provider().orElse("a provider") + ": " + String.join(", ", words);
    }

    private static String ending(int status) {
        String code = "HTTP " + status;
        return switch (status) {
            case 429 -> "rate limited (" + code + ")";
            case 499 -> "the caller went away (" + code + ")";
            default -> code;
        };
    }
}
