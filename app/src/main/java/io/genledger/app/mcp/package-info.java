/** The ledger for agents: tools of the Model Context Protocol that read and never write. */
@NullMarked
package io.genledger.app.mcp;

import org.jspecify.annotations.NullMarked;
