/** Reading a stream of saved documents: each piece as what it is. */
@NullMarked
package io.genledger.adapter.json.reading;

import org.jspecify.annotations.NullMarked;
