package io.genledger.app.option.convert;

import io.genledger.app.csv.Csv;
import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.focus.FocusGroup;
import io.genledger.app.view.json.Forms;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.spend.Figure;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.ports.access.Scope;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.usecase.report.SpendRequest;
import java.time.DayOfWeek;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a word of a fixed vocabulary in any case, e.g. {@code given-up}; as an iterable, the words
 * that a shell completes.
 */
public abstract class WordConverter<E> implements ITypeConverter<E>, Iterable<String> {

    private final String kind;
    private final Map<String, E> words = new LinkedHashMap<>();

    private WordConverter(String kind, E[] values, Function<E, String> word) {
        this.kind = kind;
        for (E value : values) {
            words.put(word.apply(value), value);
        }
    }

    @Override
    public E convert(String text) {
        E value = words.get(text.strip().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (value == null) {
            throw new TypeConversionException(
                    "no %s '%s': expected %s".formatted(kind, text, String.join(", ", this)));
        }
        return value;
    }

    @Override
    public Iterator<String> iterator() {
        return words.keySet().iterator();
    }

    /** Reads a dimension of a report. */
    public static final class OfDimension extends WordConverter<Dimension> {
        public OfDimension() {
            super("dimension", Dimension.ofLedger().toArray(Dimension[]::new), Dimension::label);
        }
    }

    /** Reads a dimension of a report over several ledgers. */
    public static final class OfLakeDimension extends WordConverter<Dimension> {
        public OfLakeDimension() {
            super("dimension", Dimension.values(), Dimension::label);
        }
    }

    /** Reads a column of a report. */
    public static final class OfFigure extends WordConverter<Figure> {
        OfFigure() {
            super("column", Figure.values(), Figure::word);
        }
    }

    /** Reads a column of a list. */
    public static final class OfListColumn extends WordConverter<ListColumn> {
        OfListColumn() {
            super("column", ListColumn.values().toArray(ListColumn[]::new), ListColumn::word);
        }
    }

    /** Reads a column of a list of one ledger or of several ones. */
    public static final class OfLakeListColumn extends WordConverter<ListColumn> {
        OfLakeListColumn() {
            super(
                    "column",
                    Stream.concat(ListColumn.values().stream(), Stream.of(ListColumn.LEDGER))
                            .toArray(ListColumn[]::new),
                    ListColumn::word);
        }
    }

    /** Reads the order of a list. */
    public static final class OfListOrder extends WordConverter<GenerationQuery.Order> {
        OfListOrder() {
            super("order", GenerationQuery.Order.values(), Forms::code);
        }
    }

    /** Reads the range with which a report is compared. */
    public static final class OfComparison extends WordConverter<SpendRequest.Comparison> {
        OfComparison() {
            super("comparison", SpendRequest.Comparison.values(), Forms::code);
        }
    }

    /** The units to which amounts are rounded. */
    public enum Rounding {
        /** Hundredths of a US dollar. */
        CENTS
    }

    /** Reads the unit to which amounts are rounded. */
    public static final class OfRounding extends WordConverter<Rounding> {
        OfRounding() {
            super("unit", Rounding.values(), Forms::code);
        }
    }

    /** Reads the form of CSV. */
    public static final class OfCsvForm extends WordConverter<Csv.Form> {
        OfCsvForm() {
            super("form of CSV", Csv.Form.values(), Forms::code);
        }
    }

    /** Reads the format of an export. */
    public static final class OfExportFormat extends WordConverter<ExportFormat> {
        public OfExportFormat() {
            super("format", ExportFormat.values(), ExportFormat::label);
        }
    }

    /** The periods of the parts of a folder. */
    public enum Partition {
        /** Calendar months. */
        MONTH
    }

    /** Reads the period of the parts of a folder. */
    public static final class OfPartition extends WordConverter<Partition> {
        OfPartition() {
            super("period", Partition.values(), Forms::code);
        }
    }

    /** Reads which generations share a row of FOCUS. */
    public static final class OfFocusGroup extends WordConverter<FocusGroup> {
        OfFocusGroup() {
            super("period", FocusGroup.values(), Forms::code);
        }
    }

    /** Reads a day of the week. */
    public static final class OfDay extends WordConverter<DayOfWeek> {
        OfDay() {
            super("day", DayOfWeek.values(), each -> each.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Reads the severity of a finding. */
    public static final class OfSeverity extends WordConverter<Severity> {
        OfSeverity() {
            super("severity", Severity.values(), each -> each.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Reads the scope of an access token. */
    public static final class OfScope extends WordConverter<Scope> {
        public OfScope() {
            super("scope", Scope.values(), Forms::code);
        }
    }

    /** Reads a state of the queue. */
    public static final class OfState extends WordConverter<QueueState> {
        OfState() {
            super("state", QueueState.values(), QueueState::toString);
        }
    }

    /** Reads the reason of a queue entry. */
    public static final class OfReason extends WordConverter<Reason> {
        OfReason() {
            super("reason", Reason.values(), Reason::toString);
        }
    }
}
