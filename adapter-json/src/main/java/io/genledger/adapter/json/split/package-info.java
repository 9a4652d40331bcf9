/** Splitting of a stream of JSON into documents, without interpreting them. */
@NullMarked
package io.genledger.adapter.json.split;

import org.jspecify.annotations.NullMarked;
