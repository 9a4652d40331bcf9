package io.genledger.app.cli.serve;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.key.SecretPlace;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.service.alert.AlertService;
import io.genledger.ports.alert.AlertRules;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The alerts of the server. */
final class AlertOptions {

    @Option(
            names = "--alert-webhook",
            paramLabel = "URL",
            description =
                    "Post a signed message to URL when a threshold of --alert-queue-age,"
                            + " --alert-failed or --alert-given-up is exceeded, and when it no"
                            + " longer is. A URL that is a secret: its place, as of"
                            + " --alert-secret.")
    private @Nullable String webhook;

    @Option(
            names = "--alert-secret",
            paramLabel = "PLACE",
            description =
                    "Place of the secret, 16 bytes or more, that signs the messages: env:VARIABLE,"
                            + " file:PATH or credential:NAME (systemd).")
    private @Nullable String secret;

    @Option(
            names = "--alert-queue-age",
            paramLabel = "AGE",
            converter = DurationConverter.class,
            description = "Threshold for the age of the oldest pending id, e.g. 30m.")
    private @Nullable Duration queueAge;

    @Option(
            names = "--alert-failed",
            paramLabel = "N",
            description = "Threshold for the pending ids whose last document could not be used.")
    private @Nullable Long failed;

    @Option(
            names = "--alert-given-up",
            paramLabel = "N",
            description = "Threshold for the ids that were given up or refused.")
    private @Nullable Long givenUp;

    /**
     * The checks of the rules; empty without any.
     *
     * @throws UsageException if an option is missing or wrong; the message omits every secret
     */
    Optional<AlertService> service(Application application, Console console, ServiceEvents events) {
        AlertRules rules = rules();
        boolean hasRules =
                Stream.of(rules.queueAge(), rules.failed(), rules.givenUp())
                        .anyMatch(Optional::isPresent);
        if (!hasRules && webhook == null && secret == null) {
            return Optional.empty();
        }
        if (!hasRules || webhook == null || secret == null) {
            throw new UsageException(
                    "alerts need --alert-webhook, --alert-secret and one of --alert-queue-age,"
                            + " --alert-failed and --alert-given-up");
        }
        URI url = url(place(webhook).map(of -> read("--alert-webhook", of, console, events)));
        String key =
                place(secret)
                        .map(of -> read("--alert-secret", of, console, events))
                        .orElseThrow(() ->
                                new UsageException(
                                        "--alert-secret: expected the place of the secret and not"
                                                + " the secret itself: "
                                                + SecretPlace.FORM));
        try {
            return Optional.of(
                    new AlertService(
                            application.sendAlerts(url, key), rules, console.runtime(), events));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--alert-webhook, --alert-secret: " + wrong.getMessage());
        }
    }

    private AlertRules rules() {
        try {
            return new AlertRules(
                    Optional.ofNullable(queueAge),
                    Optional.ofNullable(failed),
                    Optional.ofNullable(givenUp));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--alert-failed, --alert-given-up: " + wrong.getMessage());
        }
    }

    private static Optional<SecretPlace> place(String text) {
        return SecretPlace.parse(text);
    }

    private URI url(Optional<String> kept) {
        try {
            return URI.create(kept.orElse(String.valueOf(webhook)));
        } catch (IllegalArgumentException malformed) {
            // Its message would repeat the URL.
            throw new UsageException(
                    "--alert-webhook: expected https://HOST[:PORT]/PATH, or its place: "
                            + SecretPlace.FORM);
        }
    }

    private static String read(
            String option, SecretPlace place, Console console, ServiceEvents events) {
        try {
            return place.read(
                            console::variable,
                            warning ->
                                    events.add(
                                            new ServiceEvent(console.clock().instant(), "warning")
                                                    .with("reason", warning)))
                    .orElseThrow(
                            () -> new IllegalArgumentException("set the variable " + place.name()));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(option + ": " + wrong.getMessage());
        }
    }
}
