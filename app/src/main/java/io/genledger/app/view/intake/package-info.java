/** Answers of commands that bring generations in: track, follow, import, collect. */
@NullMarked
package io.genledger.app.view.intake;

import org.jspecify.annotations.NullMarked;
