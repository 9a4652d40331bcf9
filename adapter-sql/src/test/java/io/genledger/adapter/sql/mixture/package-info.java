/** Tests of ledgers that are fed with documents of all kinds about the same generations. */
@NullMarked
package io.genledger.adapter.sql.mixture;

import org.jspecify.annotations.NullMarked;
