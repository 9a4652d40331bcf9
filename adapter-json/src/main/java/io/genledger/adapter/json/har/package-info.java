/** HTTP archives (HAR 1.2), of which only the responses are read. */
@NullMarked
package io.genledger.adapter.json.har;

import org.jspecify.annotations.NullMarked;
