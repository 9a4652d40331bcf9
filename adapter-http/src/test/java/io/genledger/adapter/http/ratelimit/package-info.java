/** Tests of the token bucket and of parsing Retry-After. */
@NullMarked
package io.genledger.adapter.http.ratelimit;

import org.jspecify.annotations.NullMarked;
