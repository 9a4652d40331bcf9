/** What the simulator sends for one request: a complete response, or a scripted transport fault. */
@NullMarked
package io.genledger.adapter.http.simulator.reply;

import org.jspecify.annotations.NullMarked;
