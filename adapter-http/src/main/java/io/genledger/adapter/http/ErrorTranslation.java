package io.genledger.adapter.http;

import io.genledger.ports.source.SourceUnavailableException;
import io.micronaut.http.client.exceptions.ContentLengthExceededException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.micronaut.http.client.exceptions.ResponseClosedException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Translates exceptions of the HTTP client into a sentence that says why the request failed. */
final class ErrorTranslation {

    private static final int DEEPEST_CAUSE = 20;

    private final String server;

    /** The proxy, or the server if it is reached directly. */
    private final String peer;

    private final HttpSourceSettings settings;
    private final ServerMessages messages;

    ErrorTranslation(String server, HttpSourceSettings settings, ServerMessages messages) {
        this.server = server;
        this.peer = settings.proxy().map(it -> "the proxy " + it.hostAndPort()).orElse(server);
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * The exception to throw, with {@code failure} as its cause unless that contains the key.
     *
     * @param elapsed the time since the request was sent, which tells apart the two timeouts
     */
    SourceUnavailableException translate(Duration elapsed, Exception failure) {
        List<Throwable> causes = causesOf(failure);
        if (has(causes, InterruptedException.class)) {
            Thread.currentThread().interrupt();
            return new SourceUnavailableException(
                    "the request to " + server + " was interrupted", failure);
        }
        String sentence = sentence(causes, elapsed);
        return new SourceUnavailableException(sentence, exposesKey(causes) ? null : failure);
    }

    private String sentence(List<Throwable> causes, Duration elapsed) {
        if (has(causes, ReadTimeoutException.class)) {
            return timeout(elapsed);
        }
        if (has(causes, ContentLengthExceededException.class)
                || has(causes, TooLongHttpContentException.class)) {
            return "the response of " + server + " exceeds " + settings.maxBodyBytes() + " bytes";
        }
        return connectFailure(causes).orElseGet(() -> exchangeFailure(causes));
    }

    /** What failed before the request could be sent, if it was that. */
    private Optional<String> connectFailure(List<Throwable> causes) {
        if (has(causes, UnknownHostException.class)
                || has(causes, UnresolvedAddressException.class)) {
            return Optional.of(
                    "the host name of %s has no address (DNS): check the %s"
                            .formatted(peer, peer.equals(server) ? "base URL" : "proxy setting"));
        }
        if (has(causes, ConnectTimeoutException.class)) {
            return Optional.of(
                    peer + " accepted no connection within " + text(settings.connectTimeout()));
        }
        if (has(causes, ConnectException.class)) {
            return Optional.of(
                    has(causes, ProxyConnectException.class)
                            ? proxyRefusal(innermost(causes))
                            : "cannot connect to " + peer + ": " + innermost(causes));
        }
        if (has(causes, NotSslRecordException.class)) {
            return Optional.of(server + " does not use TLS, which an https base URL requires");
        }
        return has(causes, SSLException.class)
                ? Optional.of("no secure connection to " + server + " (TLS): " + innermost(causes))
                : Optional.empty();
    }

    /**
     * Netty's message ends with the reason: {@code …, status: 407 Proxy Authentication Required}.
     */
    private String proxyRefusal(String message) {
        String reason = message.substring(message.lastIndexOf(", ") + 2);
        String advice =
                reason.contains("407")
                        ? "; the proxy's address may contain USER:PASSWORD@ before the host"
                        : "";
        return peer + " did not connect to " + server + ": " + reason + advice;
    }

    private String exchangeFailure(List<Throwable> causes) {
        if (has(causes, ResponseClosedException.class)
                || has(causes, PrematureChannelClosureException.class)) {
            return server + " closed the connection before its response was complete";
        }
        if (has(causes, IOException.class)) {
            return "the connection to " + server + " was lost: " + innermost(causes);
        }
        if (has(causes, DecompressionException.class)) {
            return server + " sent a body that cannot be decompressed: " + innermost(causes);
        }
        if (has(causes, DecoderException.class) || has(causes, IllegalArgumentException.class)) {
            return server + " sent no valid HTTP response: " + innermost(causes);
        }
        return "the request to " + server + " failed: " + innermost(causes);
    }

    private String timeout(Duration elapsed) {
        Duration limit = settings.requestTimeout();
        return elapsed.compareTo(limit) >= 0
                ? server + " did not complete its response within " + text(limit)
                : server + " sent nothing for " + text(settings.readTimeout());
    }

    private String innermost(List<Throwable> causes) {
        String message = causes.get(causes.size() - 1).getMessage();
        return message == null ? "no reason given" : messages.sanitized(message);
    }

    /** Libraries quote input that they cannot parse, and servers echo what they receive. */
    private boolean exposesKey(List<Throwable> causes) {
        return causes.stream().anyMatch(cause -> messages.exposesKey(String.valueOf(cause)));
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> causesOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
