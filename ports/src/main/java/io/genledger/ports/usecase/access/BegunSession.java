package io.genledger.ports.usecase.access;

import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.SessionSecret;
import java.time.Instant;

/**
 * A new session of a browser.
 *
 * @param token the token with which it was begun, and with which it ends
 * @param secret its secret, which the ledger does not keep
 * @param expires the time at which it ends unless its token is revoked before
 */
public record BegunSession(AccessToken token, SessionSecret secret, Instant expires) {}
