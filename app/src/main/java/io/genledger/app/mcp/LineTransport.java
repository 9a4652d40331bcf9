package io.genledger.app.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/**
 * Messages as lines of standard input and output. The SDK's own transport drops the answers that
 * are still due when standard input ends, and ends at a line that is no message.
 */
final class LineTransport implements McpStatelessServerTransport {

    private final McpJsonMapper json;
    private final BufferedReader in;
    private final PrintStream out;
    private final AtomicReference<McpStatelessServerHandler> handler = new AtomicReference<>();

    LineTransport(McpJsonMapper json, InputStream in, PrintStream out) {
        this.json = json;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler mcpHandler) {
        handler.set(mcpHandler);
    }

    /** Takes messages, several at a time, until the input ends and all answers are written. */
    void run() throws IOException {
        try (ExecutorService messages = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    String message = line;
                    messages.execute(() -> take(message));
                }
            }
        }
    }

    private void take(String line) {
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(json, line);
        } catch (IOException | RuntimeException malformed) {
            write(
                    """
                    {"jsonrpc":"2.0","id":null,"error":{"code":%d,"message":"expected a message of JSON-RPC 2.0 on one line"}}\
                    """
                            .formatted(ErrorCodes.PARSE_ERROR));
            return;
        }
        switch (message) {
            case JSONRPCRequest request -> write(answer(request));
            case JSONRPCNotification notification ->
                    handler.get()
                            .handleNotification(McpTransportContext.EMPTY, notification)
                            .block();
            // The server requests nothing, so that no answer is expected.
            default -> {}
        }
    }

    private String answer(JSONRPCRequest request) {
        try {
            return json.writeValueAsString(
                    handler.get()
                            .handleRequest(McpTransportContext.EMPTY, request)
                            .onErrorResume(
                                    McpError.class,
                                    unknown ->
                                            Mono.just(
                                                    JSONRPCResponse.error(
                                                            request.id(),
                                                            unknown.getJsonRpcError())))
                            .block());
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    /** A message has no line ends of its own. */
    private synchronized void write(String message) {
        out.writeBytes((message + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
