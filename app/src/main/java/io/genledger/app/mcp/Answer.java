package io.genledger.app.mcp;

import io.genledger.app.view.json.ViewJson;

/**
 * The answer of a tool.
 *
 * @param text what the answer is, and how to go on, in sentences for a language model
 * @param json the view, as {@code --json} prints it
 */
record Answer(String text, String json) {

    static Answer of(String text, Record view) {
        return new Answer(text, ViewJson.of(view));
    }
}
