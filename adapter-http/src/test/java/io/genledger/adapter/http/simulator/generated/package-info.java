/** Generated generations, told in examples. */
@NullMarked
package io.genledger.adapter.http.simulator.generated;

import org.jspecify.annotations.NullMarked;

