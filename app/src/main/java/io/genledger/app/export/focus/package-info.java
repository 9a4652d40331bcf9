/** The format of FOCUS, the FinOps Open Cost and Usage Specification. */
@NullMarked
package io.genledger.app.export.focus;

import org.jspecify.annotations.NullMarked;
