package io.genledger.app.web.parameter;

import io.genledger.app.web.problem.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a route for the document of all routes, as far as the method itself does not. The
 * status of a success is Micronaut's annotation {@code Status}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RouteSummary {

    /** What the route answers, in a sentence. */
    String value();

    /** The types with picocli's annotations from which {@link QueryParameters} are read. */
    Class<?>[] options() default {};

    /** The request headers that the route reads. */
    String[] headers() default {};

    /** The type of the body of the answer, if the method does not return it. */
    Class<?>[] answer() default {};

    /** The statuses beside that of a success and those of every route of the same kind. */
    int[] statuses() default {};

    /**
     * The type of the body of status 503, if a check that fails is answered like one that does not.
     */
    Class<?>[] unavailable() default {};

    /** The type of the body of a failure. */
    Class<?> problem() default Problem.class;
}
