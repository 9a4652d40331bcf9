/** The CSV that OpenRouter's Activity page exports, one row for each generation. */
@NullMarked
package io.genledger.adapter.json.activity;

import org.jspecify.annotations.NullMarked;
