package io.genledger.app.option.convert;

import io.genledger.app.view.json.Forms;
import io.genledger.domain.report.SpendOrder;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the order of a report's rows; as an iterable, the words that a shell completes. */
public final class OrderConverter
        implements ITypeConverter<OrderConverter.OrderText>, Iterable<String> {

    private static final Pattern FORM =
            Pattern.compile("(?:(?<by>[a-z-]+?)(?::(?=.)|$))?(?<direction>asc|desc)?");
    private static final Map<String, SpendOrder.By> WORDS = words();

    /**
     * An order as written.
     *
     * @param by the figure or group that is compared; empty for the standard order of the report
     * @param ascends whether the smallest or earliest is the first; empty for the natural direction
     */
    public record OrderText(Optional<SpendOrder.By> by, Optional<Boolean> ascends) {

        /** The standard order. */
        public static final OrderText STANDARD = new OrderText(Optional.empty(), Optional.empty());

        /**
         * The order of a report.
         *
         * @param startsWithTime whether its first dimension is a time
         */
        public SpendOrder order(boolean startsWithTime) {
            SpendOrder.By compared =
                    new SpendOrder(by.orElse(SpendOrder.By.STANDARD), false).by(startsWithTime);
            boolean ascendsNaturally = compared == SpendOrder.By.GROUP;
            return new SpendOrder(compared, ascends.orElse(ascendsNaturally) != ascendsNaturally);
        }
    }

    private static Map<String, SpendOrder.By> words() {
        Map<String, SpendOrder.By> words = new LinkedHashMap<>();
        Arrays.stream(SpendOrder.By.values())
                .filter(by -> by != SpendOrder.By.STANDARD)
                .forEach(by -> words.put(Forms.code(by), by));
        return words;
    }

    /** The words without a direction. */
    @Override
    public Iterator<String> iterator() {
        return WORDS.keySet().iterator();
    }

    @Override
    public OrderText convert(String text) {
        String order = text.strip().toLowerCase(Locale.ROOT);
        if (order.equals("asc") || order.equals("desc")) {
            return new OrderText(Optional.empty(), Optional.of(order.equals("asc")));
        }
        Matcher form = FORM.matcher(order);
        if (form.matches() && WORDS.containsKey(String.valueOf(form.group("by")))) {
            return new OrderText(
                    Optional.ofNullable(WORDS.get(form.group("by"))),
                    direction(form.group("direction")));
        }
        throw new TypeConversionException(
                "no order '%s': expected asc, desc, or one of %s, with :asc or :desc"
                        .formatted(text, String.join(", ", WORDS.keySet())));
    }

    private static Optional<Boolean> direction(@Nullable String word) {
        return Optional.ofNullable(word).map("asc"::equals);
    }
}
