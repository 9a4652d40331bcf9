/** How the simulator chooses its reply to a request, built from behaviours that wrap each other. */
@NullMarked
package io.genledger.adapter.http.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
