/**
 * The inline usage of a completion, as the bodies and the last chunks of OpenRouter's APIs state
 * it, and its mapping to the domain.
 */
@NullMarked
package io.genledger.adapter.json.completion;

import org.jspecify.annotations.NullMarked;
