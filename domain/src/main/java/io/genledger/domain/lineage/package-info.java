/** What else a generation belongs to or came from. */
@NullMarked
package io.genledger.domain.lineage;

import org.jspecify.annotations.NullMarked;
