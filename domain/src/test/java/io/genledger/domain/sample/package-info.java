/** Generations to test the domain with. */
@NullMarked
package io.genledger.domain.sample;

import org.jspecify.annotations.NullMarked;
