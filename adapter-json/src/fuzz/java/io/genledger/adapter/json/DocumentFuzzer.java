package io.genledger.adapter.json;

/** What Jazzer calls with inputs that reach code no input before reached. */
public final class DocumentFuzzer {

    private DocumentFuzzer() {}

    /** Checks the laws of documents on one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        DocumentLaws.check(input);
    }
}
