/** Tracking generation ids durably, from a caller or from tailed texts. */
@NullMarked
package io.genledger.ports.usecase.track;

import org.jspecify.annotations.NullMarked;
