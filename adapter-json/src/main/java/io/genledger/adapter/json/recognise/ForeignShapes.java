package io.genledger.adapter.json.recognise;

import io.genledger.ports.document.ForeignKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents of other programs, by the fields at their top (OPENROUTER.md §14). */
final class ForeignShapes {

    private static final List<Shape> SHAPES =
            List.of(
                    shape(
                            ForeignKind.LITELLM,
                            Set.of("call_type"),
                            "spend",
                            "response_cost",
                            "model_group",
                            "startTime",
                            "litellm_call_id"),
                    shape(ForeignKind.LITELLM, Set.of("spend"), "api_key", "startTime", "team_id"),
                    shape(
                            ForeignKind.LITELLM,
                            Set.of("response_cost"),
                            "hidden_params",
                            "model_map_information"),
                    shape(
                            ForeignKind.LANGFUSE,
                            Set.of(),
                            "htmlPath",
                            "calculatedTotalCost",
                            "calculated_total_cost",
                            "parentObservationId",
                            "parent_observation_id",
                            "usageDetails",
                            "usage_details",
                            "costDetails",
                            "observations"),
                    shape(
                            ForeignKind.LANGFUSE,
                            Set.of("traceId"),
                            "projectId",
                            "startTime",
                            "modelParameters",
                            "promptName"),
                    shape(ForeignKind.LANGFUSE, Set.of("trace_id", "project_id")),
                    shape(ForeignKind.LANGFUSE, Set.of("type", "timestamp", "body")),
                    shape(
                            ForeignKind.HELICONE,
                            Set.of(),
                            "request_created_at",
                            "response_created_at",
                            "heliconeMetadata",
                            "helicone_request_id",
                            "helicone_user",
                            "helicone_properties"),
                    shape(ForeignKind.HELICONE, Set.of("providerRequest", "providerResponse")),
                    shape(
                            ForeignKind.VERCEL_AI_SDK,
                            Set.of(),
                            "providerMetadata",
                            "experimental_providerMetadata",
                            "ai.response.id",
                            "ai.model.id",
                            "ai.operationId"),
                    shape(
                            ForeignKind.VERCEL_AI_SDK,
                            Set.of("finishReason"),
                            "usage",
                            "totalUsage",
                            "steps",
                            "rawFinishReason"),
                    shape(ForeignKind.VERCEL_AI_SDK, Set.of("steps", "totalUsage")),
                    shape(ForeignKind.VERCEL_AI_SDK, Set.of("modelId", "timestamp", "headers")),
                    shape(
                            ForeignKind.LANGCHAIN,
                            Set.of(),
                            "response_metadata",
                            "additional_kwargs",
                            "run_type",
                            "dotted_order",
                            "lc_kwargs"),
                    shape(ForeignKind.LANGCHAIN, Set.of("lc", "kwargs")),
                    shape(
                            ForeignKind.CODING_AGENT,
                            Set.of("sessionId"),
                            "parentUuid",
                            "uuid",
                            "cwd",
                            "isSidechain",
                            "projectHash",
                            "messageId",
                            "role",
                            "message",
                            "messages",
                            "history"),
                    shape(
                            ForeignKind.CODING_AGENT,
                            Set.of("sessionID"),
                            "messageID",
                            "modelID",
                            "providerID",
                            "parentID",
                            "role",
                            "type",
                            "part"),
                    shape(
                            ForeignKind.CODING_AGENT,
                            Set.of(),
                            "parentUuid",
                            "leafUuid",
                            "isSidechain",
                            "parent_tool_use_id",
                            "total_cost_usd",
                            "messageID"),
                    shape(ForeignKind.CODING_AGENT, Set.of("modelID", "providerID")),
                    shape(ForeignKind.CODING_AGENT, Set.of("projectID", "directory")),
                    shape(ForeignKind.CODING_AGENT, Set.of("timestamp", "type", "payload")),
                    shape(ForeignKind.CODING_AGENT, Set.of("parentId", "timestamp", "type")),
                    shape(
                            ForeignKind.CODING_AGENT,
                            Set.of("session_id", "type"),
                            "uuid",
                            "message"),
                    shape(ForeignKind.CODING_AGENT, Set.of("type", "id", "timestamp", "cwd")),
                    shape(ForeignKind.CODING_AGENT, Set.of("ts"), "say", "ask", "role"),
                    shape(ForeignKind.CODING_AGENT, Set.of("thread_id", "type")),
                    shape(ForeignKind.BATCH_FILE, Set.of("custom_id"), "body", "params"),
                    shape(
                            ForeignKind.LOG,
                            Set.of("level"),
                            "msg",
                            "message",
                            "event",
                            "logger",
                            "time",
                            "timestamp",
                            "ts"),
                    shape(
                            ForeignKind.LOG,
                            Set.of("severity"),
                            "message",
                            "textPayload",
                            "jsonPayload",
                            "timestamp"));

    private ForeignShapes() {}

    /**
     * Some of {@code fields} at the top of a document.
     *
     * @param fields all of these are there
     * @param any one of these is there, too; empty if nothing else is needed
     */
    private record Shape(ForeignKind kind, Set<String> fields, Set<String> any) {

        boolean fits(Set<String> names) {
            return names.containsAll(fields)
                    && (any.isEmpty() || !Collections.disjoint(any, names));
        }
    }

    private static Shape shape(ForeignKind kind, Set<String> fields, String... any) {
        return new Shape(kind, fields, Set.of(any));
    }

    /** The program whose documents have {@code names} at their top; empty if none is known. */
    static Optional<ForeignKind> kindOf(Set<String> names) {
        return SHAPES.stream().filter(shape -> shape.fits(names)).map(Shape::kind).findFirst();
    }
}
