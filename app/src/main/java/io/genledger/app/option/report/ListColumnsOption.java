package io.genledger.app.option.report;

import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.view.listing.ListColumn;
import java.util.List;
import picocli.CommandLine.Option;

/** The columns of a list. */
interface ListColumnsOption {

    String NAME = "--columns";

    String DESCRIPTION =
            "Columns to show, in this order, separated by commas: ${COMPLETION-CANDIDATES}."
                    + " Default: a table shows those that fit, CSV and JSON all.";

    /** Those that are named, in their order. */
    List<ListColumn> named();

    /** Those of one ledger. */
    final class OfLedger implements ListColumnsOption {

        @Option(
                names = NAME,
                split = ",",
                paramLabel = "COLUMN",
                converter = WordConverter.OfListColumn.class,
                completionCandidates = WordConverter.OfListColumn.class,
                description = DESCRIPTION)
        private List<ListColumn> columns = List.of();

        @Override
        public List<ListColumn> named() {
            return columns;
        }
    }

    /** Those of one ledger, and that of a lake, which tells ledgers apart. */
    final class OfLake implements ListColumnsOption {

        @Option(
                names = NAME,
                split = ",",
                paramLabel = "COLUMN",
                converter = WordConverter.OfLakeListColumn.class,
                completionCandidates = WordConverter.OfLakeListColumn.class,
                description = DESCRIPTION)
        private List<ListColumn> columns = List.of();

        @Override
        public List<ListColumn> named() {
            return columns;
        }
    }
}
