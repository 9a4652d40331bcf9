/**
 * One generation as OpenRouter reports it: its id, its 45 documented fields in groups, and a
 * builder.
 */
@NullMarked
package io.genledger.domain.generation;

import org.jspecify.annotations.NullMarked;
