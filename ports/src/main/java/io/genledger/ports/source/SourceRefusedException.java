package io.genledger.ports.source;

/**
 * The source refuses every request, because the key, credit or permission is missing (OPENROUTER.md
 * §1.2). A retry fails until the user fixes that.
 */
public final class SourceRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what was refused and what to do; never contains the key
     */
    public SourceRefusedException(String message) {
        super(message);
    }
}
