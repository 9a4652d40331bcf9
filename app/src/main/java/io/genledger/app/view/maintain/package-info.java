/** The answers of verify, config, redecode, backup, prune and erase. */
@NullMarked
package io.genledger.app.view.maintain;

import org.jspecify.annotations.NullMarked;
