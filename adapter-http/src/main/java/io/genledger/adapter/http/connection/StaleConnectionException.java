package io.genledger.adapter.http.connection;

import io.micronaut.http.client.exceptions.HttpClientException;

/**
 * A reused connection was closed before the first byte of the response: the server had closed it
 * while it was idle. The request may be sent again on a new connection (RFC 9112 §9.3.1).
 */
public final class StaleConnectionException extends HttpClientException {

    private static final long serialVersionUID = 1L;

    StaleConnectionException(Throwable cause) {
        super("a reused connection was closed before the response", cause);
    }
}
