/** Behaviours that choose the simulator's reply to a request, and that wrap each other. */
@NullMarked
package io.genledger.adapter.http.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
