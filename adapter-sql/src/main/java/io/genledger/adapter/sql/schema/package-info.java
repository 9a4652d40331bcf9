/** The versions of the tables and the migrations between them. */
@NullMarked
package io.genledger.adapter.sql.schema;

import org.jspecify.annotations.NullMarked;
