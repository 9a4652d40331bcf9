/**
 * The record of a generation, as {@code GET /generation} answers it: its fields, its envelope, and
 * its mapping to the domain.
 */
@NullMarked
package io.genledger.adapter.json.record;

import org.jspecify.annotations.NullMarked;
