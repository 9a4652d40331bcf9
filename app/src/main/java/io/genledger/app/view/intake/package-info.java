/** Answers of the commands that add ids and records: track, follow, import, collect. */
@NullMarked
package io.genledger.app.view.intake;

import org.jspecify.annotations.NullMarked;
