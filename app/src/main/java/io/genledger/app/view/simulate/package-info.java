/** Answers of the commands simulate and demo. */
@NullMarked
package io.genledger.app.view.simulate;

import org.jspecify.annotations.NullMarked;
