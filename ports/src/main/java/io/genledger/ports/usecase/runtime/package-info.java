/** The environment of long-running use cases: clocks, threads, waiting, and the stop signal. */
@NullMarked
package io.genledger.ports.usecase.runtime;

import org.jspecify.annotations.NullMarked;
