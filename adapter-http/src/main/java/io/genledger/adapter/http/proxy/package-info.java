/**
 * The proxy through which a server is reached, from environment variables and Java's properties.
 */
@NullMarked
package io.genledger.adapter.http.proxy;

import org.jspecify.annotations.NullMarked;
