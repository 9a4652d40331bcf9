package io.genledger.adapter.http.simulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the words of one script line from left to right. */
final class WordReader {

    private final String place;
    private final List<String> words;
    private int read;

    /** The words that {@link #skip} has looked for since the last word was read. */
    private final List<String> possible = new ArrayList<>();

    /**
     * @param place file and line number, for messages: {@code bad-day.txt:3}
     * @param line not blank
     */
    WordReader(String place, String line) {
        this.place = place;
        this.words = List.of(line.split("\\s+"));
    }

    /** Reads the next word if it equals {@code word}; returns whether it did. */
    boolean skip(String word) {
        if (read < words.size() && words.get(read).equals(word)) {
            advance();
            return true;
        }
        possible.add("'" + word + "'");
        return false;
    }

    /** Reads the next word. */
    String next(String expected) {
        return next(expected, Optional::of);
    }

    /**
     * Reads the next word and parses it.
     *
     * @param expected a description of a valid word, for the message
     * @param reader returns empty for an invalid word
     * @throws ScriptException if the line has ended or the word is invalid
     */
    <T> T next(String expected, Function<String, Optional<T>> reader) {
        if (read == words.size()) {
            throw wrong(found(), expected);
        }
        String word = advance();
        return reader.apply(word).orElseThrow(() -> wrong("'" + word + "'", expected));
    }

    /** Reads and parses the next word if it is valid; else returns empty. */
    <T> Optional<T> optional(Function<String, Optional<T>> reader) {
        Optional<T> value = read < words.size() ? reader.apply(words.get(read)) : Optional.empty();
        value.ifPresent(ignored -> advance());
        return value;
    }

    /** Reads the next word, which must equal {@code word}. */
    void require(String word) {
        if (!skip(word)) {
            throw wrong(found(), "'" + word + "'");
        }
    }

    /** Checks that the line has ended. */
    void end() {
        if (read < words.size()) {
            throw wrong(found(), String.join(", ", possible) + " or the end of the line");
        }
    }

    private String advance() {
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
