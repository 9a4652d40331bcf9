@NullMarked
package io.genledger.app.cli.ingest;

import org.jspecify.annotations.NullMarked;
