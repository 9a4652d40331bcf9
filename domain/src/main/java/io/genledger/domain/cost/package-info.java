/** What a generation really cost, by named rules in visible lists. */
@NullMarked
package io.genledger.domain.cost;

import org.jspecify.annotations.NullMarked;
