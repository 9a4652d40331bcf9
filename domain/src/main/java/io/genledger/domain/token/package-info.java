/** How much a generation consumed and produced: tokens, images, clips, searches. */
@NullMarked
package io.genledger.domain.token;

import org.jspecify.annotations.NullMarked;
