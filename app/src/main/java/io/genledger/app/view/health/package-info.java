/** Answers about the condition of a server. */
@NullMarked
package io.genledger.app.view.health;

import org.jspecify.annotations.NullMarked;
