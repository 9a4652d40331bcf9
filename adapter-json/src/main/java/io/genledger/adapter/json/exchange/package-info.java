/** HTTP exchanges saved as text, in which the id of a generation may be in a header only. */
@NullMarked
package io.genledger.adapter.json.exchange;

import org.jspecify.annotations.NullMarked;
