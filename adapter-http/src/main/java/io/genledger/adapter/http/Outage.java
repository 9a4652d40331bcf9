package io.genledger.adapter.http;

import io.genledger.ports.source.SourceUnavailableException;
import io.micronaut.http.client.exceptions.ContentLengthExceededException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.micronaut.http.client.exceptions.ResponseClosedException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in one sentence why no answer came, and keeps the cause for whoever wants to dig. */
final class Outage {

    private static final int DEEPEST_CAUSE = 20;

    private final String server;
    private final HttpSourceSettings settings;
    private final ServerWords words;

    Outage(String server, HttpSourceSettings settings, ServerWords words) {
        this.server = server;
        this.settings = settings;
        this.words = words;
    }

    /**
     * @param elapsed since the question was asked, by which the two timeouts are told apart
     */
    SourceUnavailableException after(Duration elapsed, RuntimeException failure) {
        List<Throwable> causes = causesOf(failure);
        if (has(causes, InterruptedException.class)) {
            Thread.currentThread().interrupt();
            return new SourceUnavailableException("interrupted while asking " + server, failure);
        }
        String sentence = sentence(causes, elapsed);
        return new SourceUnavailableException(sentence, showsKey(causes) ? null : failure);
    }

    private String sentence(List<Throwable> causes, Duration elapsed) {
        if (has(causes, ReadTimeoutException.class)) {
            return timeout(elapsed);
        }
        if (has(causes, ContentLengthExceededException.class)) {
            return "the answer of " + server + " exceeds " + settings.maxBodyBytes() + " bytes";
        }
        if (has(causes, UnknownHostException.class)) {
            return "the name in " + server + " has no address (DNS)";
        }
        if (has(causes, ConnectTimeoutException.class)) {
            return server + " accepted no connection within " + text(settings.connectTimeout());
        }
        if (has(causes, ConnectException.class)) {
            return server + " cannot be connected to: " + innermost(causes);
        }
        if (has(causes, NotSslRecordException.class)) {
            return server + " does not speak TLS: an http server behind an https URL?";
        }
        if (has(causes, SSLException.class)) {
            return "no secure connection to " + server + " (TLS): " + innermost(causes);
        }
        if (has(causes, ResponseClosedException.class)) {
            return server + " closed the connection before its answer was complete";
        }
        if (has(causes, IOException.class)) {
            return "the connection to " + server + " was lost: " + innermost(causes);
        }
        if (has(causes, DecoderException.class) || has(causes, IllegalArgumentException.class)) {
            return server + " sent no valid HTTP answer: " + innermost(causes);
        }
        return "asking " + server + " failed: " + innermost(causes);
    }

    private String timeout(Duration elapsed) {
        Duration whole = settings.requestTimeout();
        return elapsed.compareTo(whole) >= 0
                ? server + " did not answer in full within " + text(whole)
                : server + " was silent for " + text(settings.readTimeout());
    }

    private String innermost(List<Throwable> causes) {
        String message = causes.get(causes.size() - 1).getMessage();
        return message == null ? "no reason given" : words.shown(message);
    }

    /** A library quotes what it could not read, and a server may have echoed what it was sent. */
    private boolean showsKey(List<Throwable> causes) {
        return causes.stream().anyMatch(cause -> words.showKey(String.valueOf(cause)));
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
