package io.genledger.app;

import io.genledger.adapter.http.ApiKey;
import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.HttpSourceSettings;
import io.genledger.adapter.http.proxy.ProxyChoice;
import io.genledger.app.key.AccountKey;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** The connection settings of OpenRouter: base URL, number of connections, API key. */
public final class OpenRouterAccess {

    /** The base URL of OpenRouter's API. */
    public static final String OPENROUTER = HttpSourceSettings.OPENROUTER.toString();

    private final HttpSourceSettings settings;
    private final ApiKey key;

    private OpenRouterAccess(HttpSourceSettings settings, ApiKey key) {
        this.settings = settings;
        this.key = key;
    }

    /** A checked base URL and number of connections, still without a key. */
    public record Endpoint(URI baseUrl, int connections) {

        /**
         * @param connections the largest number of open connections
         * @throws IllegalArgumentException if the key would be sent unencrypted, or the number is
         *     out of range
         */
        public Endpoint {
            settings(baseUrl, connections);
        }

        /**
         * Reads the base URL.
         *
         * @throws IllegalArgumentException if it is no URL, or for the reasons of the constructor
         */
        public static Endpoint at(String baseUrl, int connections) {
            try {
                return new Endpoint(new URI(baseUrl), connections);
            } catch (URISyntaxException malformed) {
                throw new IllegalArgumentException("expected e.g. " + OPENROUTER, malformed);
            }
        }

        /**
         * The settings of this endpoint with {@code key}.
         *
         * @throws IllegalArgumentException if it is malformed; the message names its place and does
         *     not repeat it
         */
        public OpenRouterAccess with(AccountKey key) {
            try {
                return new OpenRouterAccess(
                        settings(baseUrl, connections), new ApiKey(key.secret(), key.place()));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(key.place() + ": " + wrong.getMessage(), wrong);
            }
        }

        private static HttpSourceSettings settings(URI baseUrl, int connections) {
            return HttpSourceSettings.DEFAULT.withBase(baseUrl).withMaxConnections(connections);
        }
    }

    /**
     * The same access through the proxy that Java's properties or the environment name.
     *
     * @param variables the value of an environment variable; empty if it is not set or blank
     * @throws IllegalArgumentException if the proxy is malformed; the message names the variable
     *     and omits its value
     */
    public OpenRouterAccess throughProxy(Function<String, Optional<String>> variables) {
        ProxyChoice choice =
                new ProxyChoice(
                        variables,
                        name -> Optional.ofNullable(System.getProperty(name)),
                        ProxySelector.getDefault());
        return new OpenRouterAccess(settings.withProxyOf(choice), key);
    }

    HttpGenerationSource connect(InstantSource clock) {
        return new HttpGenerationSource(key, settings, clock);
    }
}
