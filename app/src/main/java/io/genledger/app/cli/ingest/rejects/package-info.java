/** What import says and keeps of documents that it rejects. */
@NullMarked
package io.genledger.app.cli.ingest.rejects;

import org.jspecify.annotations.NullMarked;
