package io.genledger.app.mcp;

import io.genledger.app.Version;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Speaks the Model Context Protocol over two streams. */
public final class LedgerServer {

    private LedgerServer() {}

    /**
     * Answers until {@code in} ends.
     *
     * @param out gets messages of the protocol, and nothing else
     * @throws IOException if the input cannot be read
     */
    public static void serve(AskedLedger ledger, InputStream in, PrintStream out)
            throws IOException {
        McpJsonMapper json = McpJsonDefaults.getMapper();
        LineTransport transport = new LineTransport(json, in, out);
        ToolCalls calls = new ToolCalls(json);
        McpStatelessSyncServer server =
                McpServer.sync(transport)
                        .serverInfo("genledger", Version.number())
                        .instructions(LedgerTools.INSTRUCTIONS)
                        .capabilities(ServerCapabilities.builder().tools(false).build())
                        // Picocli checks arguments with sentences of ours; schemas are tested.
                        .validateToolInputs(false)
                        .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(""))
                        .immediateExecution(true)
                        .tools(LedgerTools.over(ledger).stream().map(calls::of).toList())
                        .build();
        transport.run();
        server.closeGracefully();
    }
}
