/** Tests of {@link io.genledger.app.mcp}. */
@org.jspecify.annotations.NullMarked
package io.genledger.app.mcp;
