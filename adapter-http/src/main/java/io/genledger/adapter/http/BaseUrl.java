package io.genledger.adapter.http;

import io.genledger.domain.generation.GenerationId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The address of the API: what it may be, and what is asked of it. */
final class BaseUrl {

    /** Literal addresses and the one name that stays on this machine; no look-up is made. */
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)localhost|127(?:\\.\\d{1,3}){3}|\\[(?:0*:)*:?0*1]");

    private final String generation;
    private final String hostAndPort;

    BaseUrl(URI base) {
        this.generation = base.toString().replaceFirst("/+$", "") + "/generation?id=";
        this.hostAndPort = base.getHost() + ":" + portOf(base);
    }

    /** Where the metadata of {@code id} is; a client must not resolve this against anything. */
    URI generation(GenerationId id) {
        return URI.create(generation + URLEncoder.encode(id.value(), StandardCharsets.US_ASCII));
    }

    /** How to name the server to a person: {@code openrouter.ai:443}. */
    String hostAndPort() {
        return hostAndPort;
    }

    static void check(URI base) {
        boolean http = "http".equalsIgnoreCase(base.getScheme());
        boolean https = "https".equalsIgnoreCase(base.getScheme());
        if (!(http || https) || base.getHost() == null) {
            throw new IllegalArgumentException(
                    "the base URL is https://HOST[:PORT][/PATH], not what was given");
        }
        if (base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the base URL has no user, query or fragment; the key comes from elsewhere");
        }
        if (base.getPort() == 0 || base.getPort() > 65_535) {
            throw new IllegalArgumentException("the base URL has no such port: " + base.getPort());
        }
        if (http && !LOOPBACK.matcher(base.getHost()).matches()) {
            throw new IllegalArgumentException(
                    "plain http to "
                            + base.getHost()
                            + " would send the key in clear; use https (http is for localhost)");
        }
    }

    private static int portOf(URI base) {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return "https".equalsIgnoreCase(base.getScheme()) ? 443 : 80;
    }
}
