/** What was asked for and how it ended. */
@NullMarked
package io.genledger.domain.completion;

import org.jspecify.annotations.NullMarked;
