/** The simulator's replies: complete responses and transport faults. */
@NullMarked
package io.genledger.adapter.http.simulator.reply;

import org.jspecify.annotations.NullMarked;
