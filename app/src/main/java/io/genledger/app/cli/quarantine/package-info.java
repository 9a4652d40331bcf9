/** The command quarantine: list, show, export and drop documents that could not be recorded. */
@NullMarked
package io.genledger.app.cli.quarantine;

import org.jspecify.annotations.NullMarked;
