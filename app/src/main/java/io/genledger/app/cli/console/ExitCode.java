package io.genledger.app.cli.console;

/** What the program's exit status means; scripts rely on it. */
public final class ExitCode {

    /** Done. */
    public static final int OK = 0;

    /** Done, but something that was named was rejected, given up or not found. */
    public static final int REJECTED = 1;

    /** Wrong usage or configuration. */
    public static final int USAGE = 2;

    /** OpenRouter refused: key, credit or permission. */
    public static final int REFUSED = 3;

    /** Network or database out of reach. */
    public static final int UNAVAILABLE = 4;

    /** Interrupted by Ctrl-C: 128 and the number of the signal, as shells have it. */
    public static final int INTERRUPTED = 130;

    /** An internal error of Genledger; {@code EX_SOFTWARE} of sysexits. */
    public static final int FAULT = 70;

    /** Ended by SIGTERM before the work was finished. */
    public static final int TERMINATED = 143;

    private ExitCode() {}
}
