/** Tests of generated generations against the recordings that they imitate. */
@NullMarked
package io.genledger.adapter.http.simulator.generated;

import org.jspecify.annotations.NullMarked;
