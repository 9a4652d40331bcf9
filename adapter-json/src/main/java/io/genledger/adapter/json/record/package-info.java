/** The record that {@code GET /generation} returns: its fields, envelope, mapping to the domain. */
@NullMarked
package io.genledger.adapter.json.record;

import org.jspecify.annotations.NullMarked;
