/**
 * What a long-running use case needs of the process: clocks, threads, waiting, and the stop signal.
 */
@NullMarked
package io.genledger.ports.usecase.runtime;

import org.jspecify.annotations.NullMarked;
