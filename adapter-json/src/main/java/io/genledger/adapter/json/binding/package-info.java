/**
 * Binding of JSON to wire records by Jackson: fields with three states, names in one spelling or
 * two, repeated fields refused, unknown fields kept as text, faults with their field and line.
 */
@NullMarked
package io.genledger.adapter.json.binding;

import org.jspecify.annotations.NullMarked;
