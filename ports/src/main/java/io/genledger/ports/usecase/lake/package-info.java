/** Ships the entries of a ledger to a lake, and compares the two. */
@NullMarked
package io.genledger.ports.usecase.lake;

import org.jspecify.annotations.NullMarked;
