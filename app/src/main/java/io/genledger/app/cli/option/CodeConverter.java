package io.genledger.app.cli.option;

import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueState;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a word of one of our vocabularies, e.g. {@code given-up}. */
abstract class CodeConverter<E extends Enum<E>> implements ITypeConverter<E> {

    private final String what;
    private final E[] words;

    private CodeConverter(String what, E[] words) {
        this.what = what;
        this.words = words;
    }

    @Override
    public E convert(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(words)
                .filter(word -> word.toString().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException(
                                "no %s '%s': expected %s".formatted(what, text, all())));
    }

    private String all() {
        return Arrays.stream(words).map(Enum::toString).collect(Collectors.joining(", "));
    }

    /** Reads a state of the queue. */
    static final class State extends CodeConverter<QueueState> {
        State() {
            super("state", QueueState.values());
        }
    }

    /** Reads a kind of answer. */
    static final class Why extends CodeConverter<Reason> {
        Why() {
            super("reason", Reason.values());
        }
    }
}
