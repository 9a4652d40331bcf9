/** Alerts about the queue: their messages, their state, and sending them. */
@NullMarked
package io.genledger.ports.alert;

import org.jspecify.annotations.NullMarked;
