/** What the use cases need from the world, as nouns, and how its failures answer "try again?". */
@NullMarked
package io.genledger.ports;

import org.jspecify.annotations.NullMarked;
