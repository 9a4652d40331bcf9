/** The test kit: a contract per port, fakes in memory, and sample generations. */
@NullMarked
package io.genledger.ports.testkit;

import org.jspecify.annotations.NullMarked;
