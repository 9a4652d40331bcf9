package io.genledger.app.web.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a route for the document of all routes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RouteSummary {

    /** What the route answers, in a sentence. */
    String value();

    /** The types with picocli's annotations from which {@link QueryParameters} are read. */
    Class<?>[] options() default {};

    /** The type of the body of the answer, if the method does not return it. */
    Class<?>[] answer() default {};
}
