/** Tests of the simulator as a server, over its socket. */
@NullMarked
package io.genledger.adapter.http.simulator.server;

import org.jspecify.annotations.NullMarked;
