package io.genledger.ports.source;

/**
 * The source refuses to answer for any id: the key, the credit or the permission is missing. Asking
 * again is pointless until a person has acted.
 */
public final class SourceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what was refused and what to do about it; never the key
     */
    public SourceRefusedException(String message) {
        super(message);
    }
}
