/**
 * The JSON adapter's public types: decoders of the documents in which OpenRouter states what a
 * generation cost, and the splitter of files with many of them.
 */
@NullMarked
package io.genledger.adapter.json;

import org.jspecify.annotations.NullMarked;
