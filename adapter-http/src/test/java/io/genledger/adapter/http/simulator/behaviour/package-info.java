/** Tests of the alterations of documents. */
@NullMarked
package io.genledger.adapter.http.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
