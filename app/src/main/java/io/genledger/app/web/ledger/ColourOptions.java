package io.genledger.app.web.ledger;

import io.genledger.app.option.convert.WordConverter;
import io.genledger.domain.report.Dimension;
import picocli.CommandLine.Option;

/** The parameter that names a dimension with colours. */
final class ColourOptions {

    @Option(
            names = "--dimension",
            paramLabel = "DIM",
            required = true,
            converter = WordConverter.OfDimension.class,
            completionCandidates = WordConverter.OfDimension.class,
            description = "Dimension of the values, e.g. model.")
    private Dimension dimension = Dimension.MODEL;

    Dimension dimension() {
        return dimension;
    }
}
