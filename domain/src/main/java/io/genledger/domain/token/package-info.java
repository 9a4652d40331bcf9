/** Counts of tokens, media and tool calls. */
@NullMarked
package io.genledger.domain.token;

import org.jspecify.annotations.NullMarked;
