package io.genledger.app.view.listing;

import io.genledger.domain.report.Dimension;
import java.util.Map;

/**
 * The colours in which charts show the values of a dimension.
 *
 * @param dimension the dimension
 * @param slots the number of the colour of each value that has one, from 1; all other values share
 *     colour 0
 */
public record ColoursView(Dimension dimension, Map<String, Integer> slots) {}
