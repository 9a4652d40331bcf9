package io.genledger.ports.document;

/**
 * A kind of document that is of another program, or of OpenRouter about something else. It may
 * name generations and states none of them as OpenRouter does.
 */
public enum ForeignKind {
    LITELLM("a spend log of LiteLLM"),
    LANGFUSE("an export of Langfuse"),
    HELICONE("a log of Helicone"),
    VERCEL_AI_SDK("telemetry of the Vercel AI SDK"),
    LANGCHAIN("a message or a run of LangChain"),
    CODING_AGENT("the session log of a coding agent"),
    OTHER_GATEWAY("a body of another gateway or reseller, whose price is not OpenRouter's"),
    REQUEST("the body of a request"),
    BATCH_FILE("the input of a batch"),
    ACCOUNT("what OpenRouter answers about an account, a key, its activity by day or the models"),
    LOG("an application's log");

    private final String noun;

    ForeignKind(String noun) {
        this.noun = noun;
    }

    /** What it is, for "this looks like …". */
    public String noun() {
        return noun;
    }
}
