/**
 * Parts of SQL statements that several packages share: bulk execution, conditions, column codecs.
 */
@NullMarked
package io.genledger.adapter.sql.statement;

import org.jspecify.annotations.NullMarked;
