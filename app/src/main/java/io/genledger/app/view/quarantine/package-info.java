/** Answers about quarantined documents. */
@NullMarked
package io.genledger.app.view.quarantine;

import org.jspecify.annotations.NullMarked;
