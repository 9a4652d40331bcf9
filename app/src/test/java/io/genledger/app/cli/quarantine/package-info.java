/** Tests of the command quarantine. */
@NullMarked
package io.genledger.app.cli.quarantine;

import org.jspecify.annotations.NullMarked;
