/** Attempts at claimed ids: leased claims, the workers that fetch them, and the result of each. */
@NullMarked
package io.genledger.ports.usecase.collect.attempt;

import org.jspecify.annotations.NullMarked;
