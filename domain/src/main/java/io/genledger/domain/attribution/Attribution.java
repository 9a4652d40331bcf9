package io.genledger.domain.attribution;

import java.util.Optional;

/**
 * The app and user a generation is for, as the caller named them (OPENROUTER.md §3.3).
 *
 * @param app {@code app_id}
 * @param origin {@code origin}: a URL, or the empty text if the caller named none
 * @param httpReferer {@code http_referer}, as sent
 * @param userAgent {@code user_agent}, as sent
 * @param externalUser {@code external_user}
 * @param workspace {@code workspace_id}
 * @param preset {@code preset_id}
 */
public record Attribution(
        Optional<AppId> app,
        Optional<String> origin,
        Optional<String> httpReferer,
        Optional<String> userAgent,
        Optional<ExternalUser> externalUser,
        Optional<WorkspaceId> workspace,
        Optional<PresetId> preset) {

    /** No field is stated. */
    public static final Attribution UNREPORTED =
            new Attribution(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** The attribution of a call on behalf of one of the caller's own users, and nothing else. */
    public static Attribution ofUser(String externalUser) {
        return UNREPORTED.withExternalUser(externalUser);
    }

    /** The same with another {@code app_id}. */
    public Attribution withApp(long id) {
        return new Attribution(
                Optional.of(new AppId(id)),
                origin,
                httpReferer,
                userAgent,
                externalUser,
                workspace,
                preset);
    }

    /** The same with another {@code origin}. */
    public Attribution withOrigin(String url) {
        return new Attribution(
                app, Optional.of(url), httpReferer, userAgent, externalUser, workspace, preset);
    }

    /** The same with another {@code http_referer}. */
    public Attribution withHttpReferer(String url) {
        return new Attribution(
                app, origin, Optional.of(url), userAgent, externalUser, workspace, preset);
    }

    /** The same with another {@code user_agent}. */
    public Attribution withUserAgent(String agent) {
        return new Attribution(
                app, origin, httpReferer, Optional.of(agent), externalUser, workspace, preset);
    }

    /** The same with another {@code external_user}. */
    public Attribution withExternalUser(String user) {
        return new Attribution(
                app,
                origin,
                httpReferer,
                userAgent,
                Optional.of(new ExternalUser(user)),
                workspace,
                preset);
    }

    /** The same with another {@code workspace_id}. */
    public Attribution withWorkspace(String id) {
        return new Attribution(
                app,
                origin,
                httpReferer,
                userAgent,
                externalUser,
                Optional.of(new WorkspaceId(id)),
                preset);
    }

    /** The same with another {@code preset_id}. */
    public Attribution withPreset(String id) {
        return new Attribution(
                app,
                origin,
                httpReferer,
                userAgent,
                externalUser,
                workspace,
                Optional.of(new PresetId(id)));
    }
}
