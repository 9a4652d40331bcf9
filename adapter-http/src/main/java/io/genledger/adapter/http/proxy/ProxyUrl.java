package io.genledger.adapter.http.proxy;

import io.genledger.adapter.http.proxy.ProxySettings.Login;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Parses the value of a variable such as {@code HTTPS_PROXY}. */
final class ProxyUrl {

    private static final String EXPECTED =
            ": expected http://[USER:PASSWORD@]HOST[:PORT] or socks5://[USER:PASSWORD@]HOST[:PORT]";
    private static final int HTTP_PORT = 80;
    private static final int SOCKS_PORT = 1080;

    private ProxyUrl() {}

    /**
     * The proxy that {@code url} names. The scheme may be omitted; it is {@code http} then. User
     * and password are percent-decoded.
     *
     * @param variable the name of the variable, for messages
     * @throws IllegalArgumentException if {@code url} is malformed, or its scheme is not supported;
     *     the message omits the value, which may contain a password
     */
    static ProxySettings parse(String variable, String url) {
        int end = url.indexOf("://");
        Proxy.Type type = type(variable, end < 0 ? "http" : url.substring(0, end));
        String authority = url.substring(end < 0 ? 0 : end + 3).replaceFirst("/$", "");
        int at = authority.lastIndexOf('@');
        try {
            URI address = new URI("proxy://" + authority.substring(at + 1));
            String host = address.getHost();
            if (host == null || !address.getRawPath().isEmpty() || address.getRawQuery() != null) {
                throw malformed(variable);
            }
            int usual = type == Proxy.Type.HTTP ? HTTP_PORT : SOCKS_PORT;
            int port = address.getPort() < 0 ? usual : address.getPort();
            Optional<Login> login =
                    at < 0 ? Optional.empty() : Optional.of(login(authority.substring(0, at)));
            return new ProxySettings(type, host.replaceAll("[\\[\\]]", ""), port, login);
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            // Not the cause, because it quotes the value.
            throw malformed(variable);
        }
    }

    private static Proxy.Type type(String variable, String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> Proxy.Type.HTTP;
            case "socks5", "socks5h" -> Proxy.Type.SOCKS;
            default -> throw malformed(variable);
        };
    }

    private static Login login(String userAndPassword) {
        String[] parts = userAndPassword.split(":", 2);
        return new Login(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed(String variable) {
        return new IllegalArgumentException(variable + EXPECTED);
    }
}
