package io.genledger.app.web.health;

/**
 * Metrics in Prometheus's text format, version 0.0.4. Amounts are written digit for digit, which
 * the library's gauges, binary fractions, could not.
 */
final class MetricText {

    private final StringBuilder text = new StringBuilder();

    /** Begins a metric of type gauge. */
    MetricText gauge(String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
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

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
