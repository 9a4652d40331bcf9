/** The keys of OpenRouter accounts: the places that hold them, and reading them from there. */
@NullMarked
package io.genledger.app.key;

import org.jspecify.annotations.NullMarked;
