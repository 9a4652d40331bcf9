/** Tests of the tools for agents. */
@NullMarked
package io.genledger.app.mcp;

import org.jspecify.annotations.NullMarked;
