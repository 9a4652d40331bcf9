/**
 * The keys of OpenRouter accounts and other secrets: the places that hold them, and reading them.
 */
@NullMarked
package io.genledger.app.key;

import org.jspecify.annotations.NullMarked;
