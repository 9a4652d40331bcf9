/**
 * One generation as OpenRouter reports it: its 45 documented fields, grouped into values with
 * names.
 */
@NullMarked
package io.genledger.domain.generation;

import org.jspecify.annotations.NullMarked;
