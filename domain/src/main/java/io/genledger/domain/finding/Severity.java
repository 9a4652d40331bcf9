package io.genledger.domain.finding;

/** The severity of a finding, from low to high. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Probably not what you expect. */
    WARNING,
    /** Cannot be right. */
    ERROR
}
