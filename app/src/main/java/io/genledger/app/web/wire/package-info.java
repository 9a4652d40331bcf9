/** The route of OpenRouter's API that the server answers from the ledger, as OpenRouter does. */
@NullMarked
package io.genledger.app.web.wire;

import org.jspecify.annotations.NullMarked;
