package io.genledger.app.view.maintain;

import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code config}.
 *
 * @param projectFile the project's config file; empty if there is none
 * @param userFile the place of the user's config file; empty if there is no home folder
 * @param userFileExists whether the user's config file exists
 * @param settings the settings that hold, the ledger's address first
 */
public record ConfigView(
        Optional<String> projectFile,
        Optional<String> userFile,
        boolean userFileExists,
        List<SettingView> settings) {}
