/** Collecting: fetching the metadata of pending ids and settling their claims. */
@NullMarked
package io.genledger.ports.usecase.collect;

import org.jspecify.annotations.NullMarked;
