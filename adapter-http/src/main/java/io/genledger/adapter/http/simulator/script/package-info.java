/** The small language in which a file says how the simulated OpenRouter shall behave. */
@NullMarked
package io.genledger.adapter.http.simulator.script;

import org.jspecify.annotations.NullMarked;

