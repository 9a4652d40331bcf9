package io.genledger.app.view.access;

import io.genledger.ports.access.TokenName;

/**
 * The answer of {@code token revoke}.
 *
 * @param name the name of a token
 * @param revoked whether there was a token of this name
 */
public record TokenRevokeView(TokenName name, boolean revoked) {}
