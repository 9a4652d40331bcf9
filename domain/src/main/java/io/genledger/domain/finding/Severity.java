package io.genledger.domain.finding;

/** How much a finding matters, least first. */
public enum Severity {
    /** Worth knowing. */
    INFO,
    /** Probably not what somebody expects. */
    WARNING,
    /** Cannot be right. */
    ERROR
}
