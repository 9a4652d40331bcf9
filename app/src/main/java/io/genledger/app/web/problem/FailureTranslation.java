package io.genledger.app.web.problem;

import io.genledger.app.option.UsageException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns each failure of a route into an answer. */
@Singleton
final class FailureTranslation implements ExceptionHandler<RuntimeException, HttpResponse<Problem>> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureTranslation.class);

    /** An option as the command line writes it. */
    private static final Pattern OPTION = Pattern.compile("--(?=[a-z])");

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public HttpResponse<Problem> handle(HttpRequest request, RuntimeException failure) {
        RuntimeException cause = unwrapped(failure);
        return switch (cause) {
            case UsageException wrong ->
                    Problem.answer(HttpStatus.BAD_REQUEST, parameters(wrong.getMessage()));
            case LedgerUnavailableException down ->
                    Problem.answer(
                            HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(down.getMessage()));
            default -> {
                LOG.error("{} {} failed", request.getMethodName(), request.getPath(), cause);
                yield Problem.answer(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "an internal error of genledger; its log has the details");
            }
        };
    }

    /** The failure of work that another thread did for the request. */
    private static RuntimeException unwrapped(RuntimeException failure) {
        return failure instanceof CompletionException
                        && failure.getCause() instanceof RuntimeException cause
                ? cause
                : failure;
    }

    private static String parameters(String message) {
        return OPTION.matcher(message).replaceAll("");
    }
}
