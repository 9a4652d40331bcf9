package io.genledger.app.web.browser;

import io.genledger.app.cli.Shell;
import io.genledger.app.web.RunningServer;
import java.math.BigDecimal;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads figures: those that the page shows, and those that a command prints. */
final class Read {

    private Read() {}

    /** An amount as the page writes it, e.g. {@code ≥ −$1,284.03}. */
    static BigDecimal amount(String shown) {
        return new BigDecimal(
                shown.replace("≥", "")
                        .replace("at least ", "")
                        .replace('−', '-')
                        .replaceAll("[$,\\s]", ""));
    }

    /** A count as the page writes it, e.g. {@code 10,408 tokens}. */
    static long count(String shown) {
        return Long.parseLong(shown.strip().replaceFirst("(?s)\\s.*", "").replace(",", ""));
    }

    static BigDecimal decimal(JsonNode figure) {
        return new BigDecimal(figure.asString());
    }

    /** What a command prints as JSON about the server's ledger. */
    static JsonNode printed(RunningServer server, String... command) {
        Shell.Result result =
                server.shell()
                        .run(
                                Stream.concat(Stream.of("--json"), Stream.of(command))
                                        .toArray(String[]::new));
        if (result.data().size() == 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + result.err());
        }
        return result.json();
    }

    /**
     * The whole text of an amount that is shown as a cut one, e.g. {@code $1,284.03} of 1284.039.
     */
    static String cut(BigDecimal exact) {
        BigDecimal cents = exact.setScale(2, java.math.RoundingMode.DOWN);
        return cents.signum() == 0 && exact.signum() != 0
                ? "<$0.01"
                : "$" + "%,.2f".formatted(cents);
    }
}
