/** The inline usage in the body of a completion: its fields and their mapping to the domain. */
@NullMarked
package io.genledger.adapter.json.completion;

import org.jspecify.annotations.NullMarked;
