/** Servers and proxies for tests that decide on each byte of a connection. */
@NullMarked
package io.genledger.adapter.http.wire;

import org.jspecify.annotations.NullMarked;
