package io.genledger.app.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Picocli sets parents and options after construction; from then on they are there. */
final class Parent {

    private Parent() {}

    static <T> T of(@Nullable T injected) {
        return Objects.requireNonNull(injected, "a command is run through its command line");
    }
}
