package io.genledger.app.web.problem;

import io.genledger.app.option.NamedValues;
import io.genledger.app.option.UsageException;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.report.UnknownGenerationException;
import io.genledger.ports.usecase.report.TooManyGroupsException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Turns each failure of a route into an answer. */
@Singleton
final class FailureTranslation implements ExceptionHandler<RuntimeException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureTranslation.class);
    private static final String RETRY_SECONDS = "5";

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public HttpResponse<?> handle(HttpRequest request, RuntimeException failure) {
        return switch (unwrapped(failure)) {
            case ProblemException stated -> stated.answer();
            case UsageException wrong -> answer(HttpStatus.BAD_REQUEST, wrong);
            case EntriesPrunedException pruned -> answer(HttpStatus.BAD_REQUEST, pruned);
            case TooManyGroupsException tooMany -> answer(HttpStatus.BAD_REQUEST, tooMany);
            case UnknownGenerationException unknown -> answer(HttpStatus.NOT_FOUND, unknown);
            case UndecodableDocumentException unread ->
                    answer(HttpStatus.UNPROCESSABLE_ENTITY, unread);
            case DecoderException malformed ->
                    Problem.answer(
                            HttpStatus.BAD_REQUEST,
                            "the chunks of the body are malformed; nothing was taken");
            case LedgerUnavailableException down -> unavailable(request, down);
            case LakeUnavailableException down -> unavailable(request, down);
            case RejectedExecutionException ignored -> busy();
            default -> internal(request, unwrapped(failure));
        };
    }

    /** The failure of work that another thread did for the request. */
    private static RuntimeException unwrapped(RuntimeException failure) {
        return failure instanceof CompletionException
                        && failure.getCause() instanceof RuntimeException cause
                ? cause
                : failure;
    }

    private static HttpResponse<?> internal(HttpRequest<?> request, RuntimeException failure) {
        log(Level.ERROR, request, HttpStatus.INTERNAL_SERVER_ERROR)
                .setCause(failure)
                .log("request failed");
        return Problem.answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "an internal error of genledger; its log has the details");
    }

    /** The threads for requests of this kind, and the queue before them, are full. */
    private static HttpResponse<?> busy() {
        return Problem.answer(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too many requests of this kind wait for the ledger; ask again later")
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }

    private static HttpResponse<?> unavailable(HttpRequest<?> request, RuntimeException down) {
        log(Level.WARN, request, HttpStatus.SERVICE_UNAVAILABLE)
                .addKeyValue("reason", down.getMessage())
                .log("request failed");
        return answer(HttpStatus.SERVICE_UNAVAILABLE, down);
    }

    /** Without the query, in which a caller may have put a secret by mistake. */
    private static LoggingEventBuilder log(Level level, HttpRequest<?> request, HttpStatus status) {
        return LOG.atLevel(level)
                .addKeyValue("method", request.getMethodName())
                .addKeyValue("path", request.getPath())
                .addKeyValue("status", status.getCode());
    }

    private static HttpResponse<?> answer(HttpStatus status, RuntimeException failure) {
        return Problem.answer(status, NamedValues.named(String.valueOf(failure.getMessage())));
    }
}
