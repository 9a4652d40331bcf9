package io.genledger.ports.document;

/** A kind of document that a {@link DocumentReader} reads. */
public enum InputKind {
    /** A generation's own record (OPENROUTER.md §3). */
    RECORD("record"),
    /** The body of a completion, an embedding, a ranking, an image, speech or a transcription. */
    COMPLETION("completion"),
    /** The events of a streamed completion, joined. */
    STREAM("stream"),
    /** The state of a video job. */
    VIDEO_JOB("video-job"),
    /** The state or a result of a batch. */
    BATCH("batch"),
    /** A row of the CSV that OpenRouter's Activity page exports. */
    ACTIVITY("activity"),
    /** A delivery of OpenRouter's Broadcast in OTLP/JSON. */
    BROADCAST("broadcast");

    private final String word;

    InputKind(String word) {
        this.word = word;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }
}
