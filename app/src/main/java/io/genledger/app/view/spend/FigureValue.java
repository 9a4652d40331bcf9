package io.genledger.app.view.spend;

import java.util.Optional;

/**
 * The value of a figure.
 *
 * @param known a {@link Long} count, an amount, a ratio, a price or a duration; empty if it is
 *     unknown or does not exist, as a rate without tokens
 * @param certainty how the true value relates to {@code known}
 */
public record FigureValue(Optional<Object> known, Certainty certainty) {

    /** How the true value relates to the known one. */
    public enum Certainty {
        /** It is the known one. */
        EXACT,
        /** It is the known one and unknown amounts more. */
        AT_LEAST,
        /** It is more or less than the known one, by unknown amounts. */
        ABOUT
    }

    private static final FigureValue NONE = new FigureValue(Optional.empty(), Certainty.EXACT);

    static FigureValue exact(Object value) {
        return new FigureValue(Optional.of(value), Certainty.EXACT);
    }

    static FigureValue exact(Optional<?> value) {
        return value.map(FigureValue::exact).orElse(NONE);
    }

    /**
     * @param isPart whether generations are missing from {@code value}
     */
    static FigureValue partial(Optional<?> value, boolean isPart, Certainty ifPart) {
        return value.map(known ->
                        new FigureValue(Optional.of(known), isPart ? ifPart : Certainty.EXACT))
                .orElse(NONE);
    }
}
