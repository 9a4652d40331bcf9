package io.genledger.app.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Picocli sets parents and options after construction; from then on they are there. */
public final class Parent {

    private Parent() {}

    public static <T> T of(@Nullable T injected) {
        return Objects.requireNonNull(injected, "a command is run through its command line");
    }
}
