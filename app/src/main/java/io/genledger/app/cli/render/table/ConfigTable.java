package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import io.genledger.app.view.maintain.ConfigView;
import io.genledger.app.view.maintain.SettingView;
import java.util.ArrayList;
import java.util.List;

/** The settings that hold, a line each, and the config files. */
public final class ConfigTable {

    private ConfigTable() {}

    /** Draws {@code config}. */
    public static String of(ConfigView config, Style style) {
        Table table = new Table().text("Setting", "Value", "From");
        for (SettingView setting : config.settings()) {
            table.row(setting.key(), setting.value(), from(setting));
        }
        List<String> lines = new ArrayList<>(table.drawn(style));
        lines.add("");
        lines.add("Project file  " + Sanitized.of(config.projectFile().orElse("none")));
        lines.add(
                "User file     "
                        + Sanitized.of(config.userFile().orElse("none"))
                        + (config.userFile().isPresent() && !config.userFileExists()
                                ? " (does not exist)"
                                : ""));
        return String.join("\n", lines);
    }

    private static String from(SettingView setting) {
        return setting.place()
                .orElse(setting.source().equals("ledger") ? "the ledger" : setting.source());
    }
}
