/** Decoders of records and completions, and a reader of files that hold them. */
@NullMarked
package io.genledger.adapter.json;

import org.jspecify.annotations.NullMarked;
