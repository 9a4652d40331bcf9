/** Tests of counting requests and responses. */
@NullMarked
package io.genledger.adapter.http.simulator.counts;

import org.jspecify.annotations.NullMarked;
