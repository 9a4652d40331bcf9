/**
 * Answers about the queue: its entries and totals, what was requeued or forgotten, and the history
 * of one id.
 */
@NullMarked
package io.genledger.app.view.queue;

import org.jspecify.annotations.NullMarked;
