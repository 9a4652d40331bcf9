/**
 * The reading ports: sums of spend, lists and findings of generations, texts of dimensions, and the
 * condition of a ledger.
 */
@NullMarked
package io.genledger.ports.report;

import org.jspecify.annotations.NullMarked;
