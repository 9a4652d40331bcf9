package io.genledger.app.view.health;

/**
 * The answer of {@code /health/live}.
 *
 * @param status always {@code live}
 */
public record LiveView(String status) {

    /** The view of every server that answers. */
    public static final LiveView LIVE = new LiveView("live");
}
