/** The request, session and upstream call that a generation belongs to. */
@NullMarked
package io.genledger.domain.lineage;

import org.jspecify.annotations.NullMarked;
