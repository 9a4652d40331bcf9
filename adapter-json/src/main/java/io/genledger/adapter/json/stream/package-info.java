/** Streams of completions whose events are joined, one after another or interleaved. */
@NullMarked
package io.genledger.adapter.json.stream;

import org.jspecify.annotations.NullMarked;
