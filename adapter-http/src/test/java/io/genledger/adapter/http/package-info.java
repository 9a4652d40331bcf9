/** Tests of the HTTP client against a listening server. */
@NullMarked
package io.genledger.adapter.http;

import org.jspecify.annotations.NullMarked;
