/** The composition root: which adapter stands behind which port. */
@NullMarked
package io.genledger.app;

import org.jspecify.annotations.NullMarked;
