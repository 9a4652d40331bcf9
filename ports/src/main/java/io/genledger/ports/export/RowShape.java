package io.genledger.ports.export;

/**
 * What the rows of an export have beside their figures, and their order.
 *
 * @param hasDocument whether rows have their original document, too
 * @param isByCreation whether rows come in the order of their times of creation, those of the same
 *     time by their numbers; else all by their numbers
 */
public record RowShape(boolean hasDocument, boolean isByCreation) {

    /** Figures alone, by their numbers. */
    public static final RowShape FIGURES = new RowShape(false, false);

    /** Figures and documents, by their numbers. */
    public static final RowShape WITH_DOCUMENT = new RowShape(true, false);

    /** The same with documents. */
    public RowShape withDocument() {
        return new RowShape(true, isByCreation);
    }

    /** The same in the order of the times of creation. */
    public RowShape byCreation() {
        return new RowShape(hasDocument, true);
    }
}
