/**
 * JSON: reads OpenRouter's metadata documents, loses no digit, and names the field that cannot be
 * read; cuts streams of documents into single ones.
 */
@NullMarked
package io.genledger.adapter.json;

import org.jspecify.annotations.NullMarked;
