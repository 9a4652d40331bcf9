/** What Genledger does for its callers: the only place that knows the order of steps. */
@NullMarked
package io.genledger.ports.usecase;

import org.jspecify.annotations.NullMarked;
