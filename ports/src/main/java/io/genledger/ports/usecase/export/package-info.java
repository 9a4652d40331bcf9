/** Export of a ledger's generations to files of other formats. */
@NullMarked
package io.genledger.ports.usecase.export;

import org.jspecify.annotations.NullMarked;
