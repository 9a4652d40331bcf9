/** Decoders of the documents that state what a generation cost, and a splitter of many of them. */
@NullMarked
package io.genledger.adapter.json;

import org.jspecify.annotations.NullMarked;
