package io.genledger.app.web.health;

import io.genledger.app.view.json.Forms;
import java.util.Map;

/**
 * Metrics in Prometheus's text format, version 0.0.4. Amounts are written digit for digit, which
 * the library's gauges, binary fractions, could not.
 */
final class MetricText {

    private final StringBuilder text = new StringBuilder();

    /** Begins a metric of type gauge. */
    MetricText gauge(String name, String help) {
        return begin(name, "gauge", help);
    }

    /** Begins a metric of type counter. */
    MetricText counter(String name, String help) {
        return begin(name, "counter", help);
    }

    private MetricText begin(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** Adds a value without a label. */
    MetricText value(String name, Object number) {
        text.append(name).append(' ').append(number).append('\n');
        return this;
    }

    /** Adds a value with one label. */
    MetricText value(String name, String label, String value, Object number) {
        text.append(name).append('{').append(label).append("=\"");
        text.append(escaped(value)).append("\"} ").append(number).append('\n');
        return this;
    }

    /** Adds a value for each constant, whose code is the label. */
    MetricText values(String name, String label, Map<? extends Enum<?>, ?> numbers) {
        numbers.forEach((constant, number) -> value(name, label, Forms.code(constant), number));
        return this;
    }

    /** Adds a metric of type gauge with its only value. */
    MetricText single(String name, String help, Object number) {
        return gauge(name, help).value(name, number);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
