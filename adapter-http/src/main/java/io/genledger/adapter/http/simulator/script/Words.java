package io.genledger.adapter.http.simulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The words of one line, read from left to right. */
final class Words {

    private final String place;
    private final List<String> words;
    private int read;

    /** What might have come next. */
    private final List<String> possible = new ArrayList<>();

    /**
     * @param place file and line
     * @param line not blank
     */
    Words(String place, String line) {
        this.place = place;
        this.words = List.of(line.split("\\s+"));
    }

    /** Takes the next word if it is this one. */
    boolean skip(String word) {
        if (read < words.size() && words.get(read).equals(word)) {
            take();
            return true;
        }
        possible.add("'" + word + "'");
        return false;
    }

    /** Takes the next word, whatever it is. */
    String next(String expected) {
        return next(expected, Optional::of);
    }

    /**
     * Takes the next word and understands it.
     *
     * @param expected what it should be, for the error
     * @param reader empty for a word that makes no sense
     */
    <T> T next(String expected, Function<String, Optional<T>> reader) {
        if (read == words.size()) {
            throw wrong(found(), expected);
        }
        String word = take();
        return reader.apply(word).orElseThrow(() -> wrong("'" + word + "'", expected));
    }

    /** Takes the next word if it makes sense. */
    <T> Optional<T> optional(Function<String, Optional<T>> reader) {
        Optional<T> value = read < words.size() ? reader.apply(words.get(read)) : Optional.empty();
        value.ifPresent(taken -> take());
        return value;
    }

    /** Takes this word. */
    void require(String word) {
        if (!skip(word)) {
            throw wrong(found(), "'" + word + "'");
        }
    }

    /** Nothing may be left. */
    void end() {
        if (read < words.size()) {
            throw wrong(found(), String.join(", ", possible) + " or the end of the line");
        }
    }

    private String take() {
        possible.clear();
        return words.get(read++);
    }

    private String found() {
        return read < words.size() ? "'" + words.get(read) + "'" : "the end of the line";
    }

    ScriptException wrong(String found, String expected) {
        return new ScriptException(place + ": found " + found + ", expected " + expected);
    }
}
