package io.genledger.app.web.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;

/** A route has no answer but a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient HttpResponse<?> answer;

    /** The problem of {@code status}, with a sentence for the caller. */
    public ProblemException(HttpStatus status, String detail) {
        super(detail);
        this.answer = Problem.answer(status, detail);
    }

    /** A problem with more members. */
    ProblemException(NoRecordProblem problem) {
        super(problem.detail());
        this.answer = HttpResponse.notFound(problem).contentType(Problem.MEDIA_TYPE);
    }

    HttpResponse<?> answer() {
        return answer;
    }
}
