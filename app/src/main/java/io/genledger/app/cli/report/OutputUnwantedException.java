package io.genledger.app.cli.report;

/** Standard output is read no more. */
final class OutputUnwantedException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
