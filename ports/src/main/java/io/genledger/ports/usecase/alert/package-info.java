/** Sending alerts about the queue. */
@NullMarked
package io.genledger.ports.usecase.alert;

import org.jspecify.annotations.NullMarked;
