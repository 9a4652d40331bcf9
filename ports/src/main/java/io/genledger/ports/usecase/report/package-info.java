/** Summing spend by any dimension. */
@NullMarked
package io.genledger.ports.usecase.report;

import org.jspecify.annotations.NullMarked;
