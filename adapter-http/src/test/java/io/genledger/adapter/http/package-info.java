/** The client proved against a server that really listens. */
@NullMarked
package io.genledger.adapter.http;

import org.jspecify.annotations.NullMarked;

