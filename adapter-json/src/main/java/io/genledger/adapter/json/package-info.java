/** Decoders of records and completions, and a splitter of streams of them. */
@NullMarked
package io.genledger.adapter.json;

import org.jspecify.annotations.NullMarked;
