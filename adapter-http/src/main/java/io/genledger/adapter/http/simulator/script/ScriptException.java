package io.genledger.adapter.http.simulator.script;

/** A script that cannot be played; the message says in which line, and what was expected. */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptException(String message) {
        super(message);
    }
}
