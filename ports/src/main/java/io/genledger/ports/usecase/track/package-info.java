/** Acknowledging generation ids durably, from a caller or from tailed files. */
@NullMarked
package io.genledger.ports.usecase.track;

import org.jspecify.annotations.NullMarked;
