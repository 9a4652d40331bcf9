package io.genledger.domain.lineage;

import java.util.Optional;

/**
 * What else the generation belongs to or came from.
 *
 * @param upstream {@code upstream_id}
 * @param request {@code request_id}
 * @param session {@code session_id}
 * @param responseCacheSource {@code response_cache_source_id}: the generation whose answer was
 *     replayed; nothing is billed for a replay
 */
public record Lineage(
        Optional<UpstreamId> upstream,
        Optional<RequestId> request,
        Optional<SessionId> session,
        Optional<String> responseCacheSource) {

    /** Nothing was reported. */
    public static final Lineage UNREPORTED =
            new Lineage(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
