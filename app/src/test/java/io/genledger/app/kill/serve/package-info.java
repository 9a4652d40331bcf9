/** Servers that are killed while clients send to them, and what is left of what they answered. */
@NullMarked
package io.genledger.app.kill.serve;

import org.jspecify.annotations.NullMarked;
