/** Fetching the metadata of pending generations and settling their claims. */
@NullMarked
package io.genledger.ports.usecase.collect;

import org.jspecify.annotations.NullMarked;
