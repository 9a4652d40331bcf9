package io.genledger.app.cli.console;

/** The program's exit codes, on which scripts rely. */
public final class ExitCode {

    /** Done. */
    public static final int OK = 0;

    /** Done, but something that was named was rejected, given up or not found. */
    public static final int REJECTED = 1;

    /** Wrong usage or configuration. */
    public static final int USAGE = 2;

    /** OpenRouter refused: key, credit or permission. */
    public static final int REFUSED = 3;

    /** Network, file or ledger unavailable. */
    public static final int UNAVAILABLE = 4;

    /** Stopped by Ctrl-C: 128 plus the signal's number, as in shells. */
    public static final int INTERRUPTED = 130;

    /** An internal error of Genledger; {@code EX_SOFTWARE} of sysexits. */
    public static final int FAULT = 70;

    /** The reader of standard output has ended: 128 plus SIGPIPE's number. */
    public static final int BROKEN_PIPE = 141;

    /** Stopped by SIGTERM before the work was finished: 128 plus the signal's number. */
    public static final int TERMINATED = 143;

    private ExitCode() {}
}
