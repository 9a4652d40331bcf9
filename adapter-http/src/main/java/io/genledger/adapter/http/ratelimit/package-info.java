/** Limits on the request rate: the client's own token bucket and the server's Retry-After. */
@NullMarked
package io.genledger.adapter.http.ratelimit;

import org.jspecify.annotations.NullMarked;
