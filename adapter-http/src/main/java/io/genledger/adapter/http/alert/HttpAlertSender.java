package io.genledger.adapter.http.alert;

import io.genledger.ports.alert.Alert;
import io.genledger.ports.alert.AlertSender;
import io.genledger.ports.alert.AlertUndeliveredException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Posts alerts as JSON to a webhook. The headers {@code Genledger-Timestamp} and {@code
 * Genledger-Signature} let the receiver check that a message is genuine and new.
 */
public final class HttpAlertSender implements AlertSender {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int SUCCESS = 2;

    private final URI webhook;
    private final WebhookSecret secret;
    private final InstantSource clock;
    private final HttpClient client;

    /**
     * @param webhook an http or https URL; it may contain a secret and is shown nowhere
     * @throws IllegalArgumentException if it is another URL
     */
    public HttpAlertSender(URI webhook, WebhookSecret secret, InstantSource clock) {
        boolean http = "http".equalsIgnoreCase(webhook.getScheme());
        if (!(http || "https".equalsIgnoreCase(webhook.getScheme())) || webhook.getHost() == null) {
            throw new IllegalArgumentException(
                    "the URL of a webhook is https://HOST[:PORT]/PATH, or http");
        }
        this.webhook = webhook;
        this.secret = secret;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public void send(Alert alert) {
        byte[] body = json(alert).getBytes(StandardCharsets.UTF_8);
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request =
                HttpRequest.newBuilder(webhook)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("Genledger-Timestamp", Long.toString(timestamp))
                        .header("Genledger-Signature", secret.signature(timestamp, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != SUCCESS) {
                throw new AlertUndeliveredException(
                        webhook.getHost() + " answered " + status + " to an alert", null);
            }
        } catch (IOException broken) {
            throw new AlertUndeliveredException(
                    "no alert could be sent to " + webhook.getHost() + ": " + broken, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AlertUndeliveredException("the sending of an alert was interrupted", null);
        }
    }

    /** All texts are names of rules and times, so that nothing needs to be escaped. */
    private static String json(Alert alert) {
        return "{\"rule\":\"%s\",\"state\":\"%s\",\"value\":%d,\"threshold\":%d,\"at\":\"%s\"}"
                .formatted(
                        alert.rule(),
                        alert.firing() ? "firing" : "resolved",
                        alert.value(),
                        alert.threshold(),
                        alert.at());
    }
}
