package io.genledger.app.mcp;

import io.genledger.app.option.NamedValues;
import io.genledger.app.option.UsageException;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tools in the protocol's form. */
final class ToolCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ToolCalls.class);

    private final McpJsonMapper json;

    ToolCalls(McpJsonMapper json) {
        this.json = json;
    }

    SyncToolSpecification of(LedgerTool<?> tool) {
        return new SyncToolSpecification(
                Tool.builder(tool.name(), tool.input())
                        .title(tool.title())
                        .description(tool.description())
                        .outputSchema(tool.output())
                        .annotations(
                                ToolAnnotations.builder()
                                        .title(tool.title())
                                        .readOnlyHint(true)
                                        .idempotentHint(true)
                                        .openWorldHint(false)
                                        .build())
                        .build(),
                (context, request) -> call(tool, request.arguments()));
    }

    /** The answer, or the sentence that says what to send instead. */
    private CallToolResult call(LedgerTool<?> tool, Map<String, Object> arguments) {
        try {
            return result(tool.answer(Optional.ofNullable(arguments).orElse(Map.of())));
        } catch (UsageException
                | EntriesPrunedException
                | LedgerUnavailableException
                | UndecodableDocumentException stated) {
            return error(NamedValues.named(String.valueOf(stated.getMessage())));
        } catch (RuntimeException fault) {
            LOG.error("{} failed", tool.name(), fault);
            return error(
                    "an internal error of genledger; with --verbose, its standard error has the"
                            + " details");
        }
    }

    /** Clients that do not know structured content read the text alone. */
    private CallToolResult result(Answer answer) {
        try {
            return CallToolResult.builder()
                    .addTextContent(answer.text())
                    .addTextContent(answer.json())
                    // A map in the order of the text.
                    .structuredContent(json.readValue(answer.json(), LinkedHashMap.class))
                    .isError(false)
                    .build();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static CallToolResult error(String sentence) {
        return CallToolResult.builder().addTextContent(sentence).isError(true).build();
    }
}
