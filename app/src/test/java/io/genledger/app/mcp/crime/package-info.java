@NullMarked
package io.genledger.app.mcp.crime;

import org.jspecify.annotations.NullMarked;
