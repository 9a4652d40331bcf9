package io.genledger.app.view.listing;

import io.genledger.domain.report.Dimension;
import java.util.List;

/**
 * The answer of {@code values}.
 *
 * @param dimension the dimension
 * @param values its texts in ascending order, up to the limit
 */
public record ValuesView(Dimension dimension, List<String> values) {}
