/** The reading ports: sums of spend, lists of generations, and findings of recorded generations. */
@NullMarked
package io.genledger.ports.report;

import org.jspecify.annotations.NullMarked;
