/** The rules by which a connection of the HTTP client is read, reused and closed. */
@NullMarked
package io.genledger.adapter.http.connection;

import org.jspecify.annotations.NullMarked;
