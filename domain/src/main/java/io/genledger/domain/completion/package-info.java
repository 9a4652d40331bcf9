/** The API of a generation and how its completion ended. */
@NullMarked
package io.genledger.domain.completion;

import org.jspecify.annotations.NullMarked;
