package io.genledger.ports.document;

/** Why a ledger no longer has the body of a document. */
public enum Removal {
    /** It was about a user whose data was erased; it is never stored again. */
    ERASED("erased"),
    /** It was older than the operator wanted to keep documents. */
    PRUNED("pruned");

    private final String word;

    Removal(String word) {
        this.word = word;
    }

    /** The sentence "the document was erased; reports keep its figures", or with "pruned". */
    public String sentence() {
        return "the document was " + word + "; reports keep its figures";
    }
}
