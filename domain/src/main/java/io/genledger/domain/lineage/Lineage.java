package io.genledger.domain.lineage;

import java.util.Optional;

/**
 * The request, session and other ids a generation is linked to (OPENROUTER.md §3.2).
 *
 * @param upstream {@code upstream_id}
 * @param request {@code request_id}
 * @param session {@code session_id}
 * @param responseCacheSource {@code response_cache_source_id}: the generation whose completion was
 *     replayed from the response cache
 */
public record Lineage(
        Optional<UpstreamId> upstream,
        Optional<RequestId> request,
        Optional<SessionId> session,
        Optional<String> responseCacheSource) {

    /** No field is stated. */
    public static final Lineage UNREPORTED =
            new Lineage(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The lineage of a call that belongs to a session, and nothing else. */
    public static Lineage ofSession(String session) {
        return UNREPORTED.withSession(session);
    }

    /** The same with another {@code upstream_id}. */
    public Lineage withUpstream(String id) {
        return new Lineage(Optional.of(new UpstreamId(id)), request, session, responseCacheSource);
    }

    /** The same with another {@code request_id}. */
    public Lineage withRequest(String id) {
        return new Lineage(upstream, Optional.of(new RequestId(id)), session, responseCacheSource);
    }

    /** The same with another {@code session_id}. */
    public Lineage withSession(String id) {
        return new Lineage(upstream, request, Optional.of(new SessionId(id)), responseCacheSource);
    }

    /** The same with another {@code response_cache_source_id}. */
    public Lineage withResponseCacheSource(String id) {
        return new Lineage(upstream, request, session, Optional.of(id));
    }
}
