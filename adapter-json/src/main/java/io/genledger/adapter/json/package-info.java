/**
 * JSON: reads what OpenRouter says of generations, loses no digit, and names the field that cannot
 * be read; writes it again in either spelling; cuts streams of documents into single ones.
 */
@NullMarked
package io.genledger.adapter.json;

import org.jspecify.annotations.NullMarked;

