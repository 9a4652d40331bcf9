package io.genledger.domain.attribution;

import java.util.Optional;

/**
 * Who asked, as far as OpenRouter was told.
 *
 * @param app {@code app_id}
 * @param origin {@code origin}: a URL, or the empty string when the caller named none
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

    /** Nothing was reported. */
    public static final Attribution UNREPORTED =
            new Attribution(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
