package io.genledger.adapter.http.simulator.script;

/** A script is malformed; the message names the file, the line, the word and what was expected. */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptException(String message) {
        super(message);
    }
}
