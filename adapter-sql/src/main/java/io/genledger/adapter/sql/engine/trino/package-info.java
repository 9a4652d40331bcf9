/** The connection to a Trino server: its driver, its dialect, its errors as sentences. */
@NullMarked
package io.genledger.adapter.sql.engine.trino;

import org.jspecify.annotations.NullMarked;
