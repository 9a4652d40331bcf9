/** Compression of the archived documents, byte for byte. */
@NullMarked
package io.genledger.adapter.sql.archive;

import org.jspecify.annotations.NullMarked;
