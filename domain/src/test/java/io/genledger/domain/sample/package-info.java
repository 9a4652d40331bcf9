/** Generations to test the domain with, and how many cases of a test are tried. */
@NullMarked
package io.genledger.domain.sample;

import org.jspecify.annotations.NullMarked;
