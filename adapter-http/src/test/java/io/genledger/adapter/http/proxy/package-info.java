/** Tests of the choice of a proxy. */
@NullMarked
package io.genledger.adapter.http.proxy;

import org.jspecify.annotations.NullMarked;
