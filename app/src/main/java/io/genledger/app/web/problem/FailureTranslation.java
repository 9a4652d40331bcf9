package io.genledger.app.web.problem;

import io.genledger.app.option.UsageException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Turns each failure of a route into an answer. */
@Singleton
final class FailureTranslation implements ExceptionHandler<RuntimeException, HttpResponse<Problem>> {

    /** An option as the command line writes it. */
    private static final Pattern OPTION = Pattern.compile("--(?=[a-z])");

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public HttpResponse<Problem> handle(HttpRequest request, RuntimeException failure) {
        return switch (failure) {
            case UsageException wrong ->
                    Problem.answer(HttpStatus.BAD_REQUEST, parameters(wrong.getMessage()));
            case LedgerUnavailableException down ->
                    Problem.answer(
                            HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(down.getMessage()));
            default ->
                    Problem.answer(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "an internal error of genledger; its log has the details");
        };
    }

    private static String parameters(String message) {
        return OPTION.matcher(message).replaceAll("");
    }
}
