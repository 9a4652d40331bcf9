/** Binding of JSON to wire records by Jackson, and faults with the field and line they lie in. */
@NullMarked
package io.genledger.adapter.json.binding;

import org.jspecify.annotations.NullMarked;
