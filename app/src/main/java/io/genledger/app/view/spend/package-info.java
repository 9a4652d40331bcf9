/** Spend reports as they are read: a head, rows of figures, and what is known at the end. */
@NullMarked
package io.genledger.app.view.spend;

import org.jspecify.annotations.NullMarked;
