package io.genledger.ports.export;

/**
 * What the rows of an export have, and their order. Rows without figures have neither texts nor
 * amounts, tokens, durations and findings.
 *
 * @param hasFigures whether rows have texts, amounts, tokens, durations and findings
 * @param hasDocument whether rows have their original document
 * @param isByCreation whether rows come in the order of their times of creation, those of the same
 *     time by their numbers; else all by their numbers
 */
public record RowShape(boolean hasFigures, boolean hasDocument, boolean isByCreation) {

    /** Figures alone, by their numbers. */
    public static final RowShape FIGURES = new RowShape(true, false, false);

    /** Documents alone, by their numbers. */
    public static final RowShape DOCUMENTS = new RowShape(false, true, false);

    /** Figures and documents, by their numbers. */
    public static final RowShape ALL = new RowShape(true, true, false);

    /** The same in the order of the times of creation. */
    public RowShape byCreation() {
        return new RowShape(hasFigures, hasDocument, true);
    }
}
