/**
 * Answers about the queue: its entries and totals, requeued and forgotten ids, and the history of
 * one id.
 */
@NullMarked
package io.genledger.app.view.queue;

import org.jspecify.annotations.NullMarked;
