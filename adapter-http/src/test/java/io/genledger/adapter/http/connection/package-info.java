/** Tests of the rules by which a connection is reused. */
@NullMarked
package io.genledger.adapter.http.connection;

import org.jspecify.annotations.NullMarked;
