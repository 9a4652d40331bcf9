/** Splitting of a stream of JSON into documents, which are not interpreted. */
@NullMarked
package io.genledger.adapter.json.split;

import org.jspecify.annotations.NullMarked;
