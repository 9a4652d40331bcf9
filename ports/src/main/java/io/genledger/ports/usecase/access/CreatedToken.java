package io.genledger.ports.usecase.access;

import io.genledger.ports.access.AccessToken;
import io.genledger.ports.access.TokenSecret;

/**
 * A new access token.
 *
 * @param token the token as the ledger keeps it
 * @param secret its secret, which the ledger does not keep
 */
public record CreatedToken(AccessToken token, TokenSecret secret) {}
