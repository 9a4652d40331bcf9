/** Commands that bring ids and documents in: track, follow, import. */
@NullMarked
package io.genledger.app.cli.ingest;

import org.jspecify.annotations.NullMarked;
