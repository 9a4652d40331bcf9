package io.genledger.adapter.http;

import io.genledger.domain.generation.GenerationId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The base URL of the API, and the URL of a generation below it. */
final class BaseUrl {

    /** Loopback addresses and {@code localhost}, recognised without a DNS look-up. */
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)localhost|127(?:\\.\\d{1,3}){3}|\\[(?:0*:)*:?0*1]");

    private final String generation;
    private final String hostAndPort;

    BaseUrl(URI base) {
        this.generation = base.toString().replaceFirst("/+$", "") + "/generation?id=";
        this.hostAndPort = base.getHost() + ":" + portOf(base);
    }

    /** The absolute URL of the metadata of {@code id} (OPENROUTER.md §1.1). */
    URI generation(GenerationId id) {
        return URI.create(generation + URLEncoder.encode(id.value(), StandardCharsets.US_ASCII));
    }

    /** The server's name in messages: {@code openrouter.ai:443}. */
    String hostAndPort() {
        return hostAndPort;
    }

    /** Whether the URL names this machine. */
    static boolean isLoopback(URI base) {
        return LOOPBACK.matcher(base.getHost()).matches();
    }

    /**
     * Checks the rules of {@link HttpSourceSettings}.
     *
     * @throws IllegalArgumentException if one is broken; the message shows no secret
     */
    static void check(URI base) {
        boolean http = "http".equalsIgnoreCase(base.getScheme());
        boolean https = "https".equalsIgnoreCase(base.getScheme());
        if (!(http || https) || base.getHost() == null) {
            throw new IllegalArgumentException(
                    "the base URL is malformed: expected https://HOST[:PORT][/PATH]");
        }
        if (base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the base URL contains a user, query or fragment: expected"
                            + " https://HOST[:PORT][/PATH]; the key comes from OPENROUTER_API_KEY");
        }
        if (base.getPort() == 0 || base.getPort() > 65_535) {
            throw new IllegalArgumentException(
                    "the base URL contains the port " + base.getPort() + ": expected 1 to 65535");
        }
        if (http && !isLoopback(base)) {
            throw new IllegalArgumentException(
                    "the base URL would send the key in clear to "
                            + base.getHost()
                            + ": use https; plain http is for localhost");
        }
    }

    private static int portOf(URI base) {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return "https".equalsIgnoreCase(base.getScheme()) ? 443 : 80;
    }
}
