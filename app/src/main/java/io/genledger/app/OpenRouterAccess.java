package io.genledger.app;

import io.genledger.adapter.http.ApiKey;
import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.HttpSourceSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;

/** How OpenRouter is reached: at which URL, over how many connections, with which key. */
public final class OpenRouterAccess {

    /** The base URL of OpenRouter's API. */
    public static final String OPENROUTER = HttpSourceSettings.OPENROUTER.toString();

    private final HttpSourceSettings settings;
    private final ApiKey key;

    private OpenRouterAccess(HttpSourceSettings settings, ApiKey key) {
        this.settings = settings;
        this.key = key;
    }

    /** A base URL and a number of connections that were checked; the key is still to be named. */
    public record Endpoint(URI baseUrl, int connections) {

        /**
         * @param connections open at once, at most
         * @throws IllegalArgumentException if the key would be sent in clear, or a number is out of
         *     range
         */
        public Endpoint {
            settings(baseUrl, connections);
        }

        /**
         * Reads the base URL.
         *
         * @throws IllegalArgumentException if it is none, or as the constructor says
         */
        public static Endpoint at(String baseUrl, int connections) {
            try {
                return new Endpoint(new URI(baseUrl), connections);
            } catch (URISyntaxException malformed) {
                throw new IllegalArgumentException("expected e.g. " + OPENROUTER, malformed);
            }
        }

        /**
         * Reached with {@code key}.
         *
         * @throws IllegalArgumentException if it cannot be a key; the message does not show it
         */
        public OpenRouterAccess with(String key) {
            return new OpenRouterAccess(settings(baseUrl, connections), new ApiKey(key));
        }

        private static HttpSourceSettings settings(URI baseUrl, int connections) {
            return HttpSourceSettings.DEFAULT.withBase(baseUrl).withMaxConnections(connections);
        }
    }

    HttpGenerationSource connect(InstantSource clock) {
        return new HttpGenerationSource(key, settings, clock);
    }
}
