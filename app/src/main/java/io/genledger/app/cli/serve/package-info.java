/** The commands that serve the ledger to other programs: serve, mcp and token. */
@NullMarked
package io.genledger.app.cli.serve;

import org.jspecify.annotations.NullMarked;
