/** Who may use the server: access tokens, and the sessions that a browser begins with them. */
@NullMarked
package io.genledger.ports.access;

import org.jspecify.annotations.NullMarked;
