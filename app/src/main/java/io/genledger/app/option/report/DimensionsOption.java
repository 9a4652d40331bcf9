package io.genledger.app.option.report;

import io.genledger.app.option.convert.WordConverter;
import io.genledger.domain.report.Dimension;
import java.util.List;
import picocli.CommandLine.Option;

/** The dimensions by which a report groups. */
interface DimensionsOption {

    String NAME = "--by";

    String DESCRIPTION =
            "Dimensions to group by, separated by commas: ${COMPLETION-CANDIDATES}. Those of daily,"
                + " weekly, monthly and session follow after their own. Default of report: model.";

    /** Those that are named, in their order. */
    List<Dimension> named();

    /** Those of one ledger. */
    final class OfLedger implements DimensionsOption {

        @Option(
                names = NAME,
                split = ",",
                paramLabel = "DIM",
                converter = WordConverter.OfDimension.class,
                completionCandidates = WordConverter.OfDimension.class,
                description = DESCRIPTION)
        private List<Dimension> by = List.of();

        @Override
        public List<Dimension> named() {
            return by;
        }
    }

    /** Those of a lake, which tells ledgers apart. */
    final class OfLake implements DimensionsOption {

        @Option(
                names = NAME,
                split = ",",
                paramLabel = "DIM",
                converter = WordConverter.OfLakeDimension.class,
                completionCandidates = WordConverter.OfLakeDimension.class,
                description = DESCRIPTION)
        private List<Dimension> by = List.of();

        @Override
        public List<Dimension> named() {
            return by;
        }
    }
}
