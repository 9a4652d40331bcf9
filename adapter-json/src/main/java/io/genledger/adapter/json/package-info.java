/** OpenRouter's metadata documents, decoded with Jackson into the domain's generations. */
@NullMarked
package io.genledger.adapter.json;

import org.jspecify.annotations.NullMarked;
