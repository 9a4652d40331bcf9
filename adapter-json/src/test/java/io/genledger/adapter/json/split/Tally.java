package io.genledger.adapter.json.split;

/** Counts pieces and keeps none. */
final class Tally implements Pieces {

    long documents;
    long unreadable;
    long bytes;
    int longest;

    @Override
    public void document(long line, byte[] document) {
        documents++;
        count(document);
    }

    @Override
    public boolean line(long line, String text) {
        return false;
    }

    @Override
    public void unreadable(long line, String problem) {
        unreadable++;
    }

    @Override
    public void unreadableBytes(byte[] piece) {
        count(piece);
    }

    @Override
    public void end() {}

    private void count(byte[] piece) {
        bytes += piece.length;
        longest = Math.max(longest, piece.length);
    }
}
