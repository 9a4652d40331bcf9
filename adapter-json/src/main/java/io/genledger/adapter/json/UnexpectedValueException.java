package io.genledger.adapter.json;

/** A value is not of the kind its field needs. Never leaves this package. */
final class UnexpectedValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param expected what the field needs, e.g. {@code true or false}
     */
    UnexpectedValueException(String expected) {
        super(expected, null, false, false);
    }

    /** What the field needs. */
    String expected() {
        return String.valueOf(getMessage());
    }
}
