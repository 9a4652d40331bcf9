/** For tests everywhere: a contract per port, honest fakes in memory, sample generations. */
@NullMarked
package io.genledger.ports.testkit;

import org.jspecify.annotations.NullMarked;
