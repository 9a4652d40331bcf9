package io.genledger.adapter.json.recognise;

/** What a JSON document is. */
public enum Form {
    /** Perhaps the record of a generation, in {@code data} or bare (OPENROUTER.md §3). */
    RECORD,
    /** The record of a generation that is not in {@code data}. */
    BARE_RECORD,
    /** The body of a completion, an embedding, a ranking, an image or a transcription (§9.2). */
    COMPLETION,
    /** A chunk of a chat completion, or of one of the legacy API. */
    CHAT_EVENT,
    /** An event of the Responses API. */
    RESPONSES_EVENT,
    /** An event of the Messages API. */
    MESSAGES_EVENT,
    /** The state of a video job. */
    VIDEO_JOB,
    /** The state of a batch, perhaps with its results, or a page of results (§10). */
    BATCH,
    /** One result of a batch. */
    BATCH_RESULT,
    /** A delivery of Broadcast (§11). */
    BROADCAST,
    /** A document that Genledger made, such as the joined events of a stream. */
    MADE,
    /** An error (§1.1). */
    ERROR,
    /** A document of another program. */
    FOREIGN,
    /** None of these. */
    OTHER
}
