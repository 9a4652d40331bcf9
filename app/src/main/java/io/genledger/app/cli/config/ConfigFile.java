package io.genledger.app.cli.config;

import io.genledger.app.cli.config.Setting.Source;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.console.Suggestions;
import io.genledger.app.option.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A config file in TOML. A key is the name of an option; in the table of a command, it holds for
 * this command only.
 */
final class ConfigFile {

    private static final TomlMapper TOML =
            TomlMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final Pattern SECRET_KEY =
            Pattern.compile("(?i).*(api.?key|secret|token|passw(or)?d|credential).*|key");

    private static final Pattern API_KEY = Pattern.compile("(?s).*sk-or-.*");
    private static final Pattern PASSWORD = Pattern.compile("(?is).*(//[^/]*:[^/]*@|password=).*");

    private final Path path;
    private final Source source;
    private final TomlLines lines;
    private final List<Setting> settings = new ArrayList<>();

    private ConfigFile(Path path, Source source, String text) {
        this.path = path;
        this.source = source;
        this.lines = new TomlLines(text);
    }

    /**
     * Reads a file.
     *
     * @throws UsageException if it cannot be read, is no TOML, or has a key or a value that is none
     *     of a config file; the message names the file, the line and what is expected
     */
    static List<Setting> read(Path path, Source source) {
        String text = text(path);
        ConfigFile file = new ConfigFile(path, source, text);
        try {
            file.addAll(TOML.readTree(text));
        } catch (JacksonException wrong) {
            throw new UsageException(
                    "%s:%d: not TOML: %s"
                            .formatted(path, file.lineOf(wrong), wrong.getOriginalMessage()));
        }
        return file.settings;
    }

    private int lineOf(JacksonException wrong) {
        int line = wrong.getLocation().getLineNr();
        return wrong.getOriginalMessage().startsWith("Duplicate key")
                ? lines.repeated().orElse(line)
                : line;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException wrong) {
            throw new UsageException(path + ": not UTF-8; convert the file");
        } catch (IOException broken) {
            throw new UsageException(path + ": " + FileErrors.reason(broken));
        }
    }

    private void addAll(JsonNode root) {
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            refuseSecret(entry.getKey(), entry.getValue());
            if (entry.getValue().isObject()) {
                addTable(entry.getKey(), entry.getValue());
            } else {
                add(Optional.empty(), entry.getKey(), entry.getValue());
            }
        }
    }

    private void addTable(String command, JsonNode table) {
        if (!SettingKeys.commands().contains(command)) {
            throw unknown(command, "command", command, SettingKeys.commands());
        }
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            refuseSecret(command + "." + entry.getKey(), entry.getValue());
            add(Optional.of(command), entry.getKey(), entry.getValue());
        }
    }

    private void add(Optional<String> command, String option, JsonNode value) {
        String key = SettingKeys.key(command, option);
        if (!SettingKeys.optionsOf(command).contains(option)) {
            throw SettingKeys.options().contains(option)
                    ? error(key, elsewhere(option))
                    : unknown(key, "key", option, SettingKeys.optionsOf(command));
        }
        String text = text(key, value);
        if (PASSWORD.matcher(text).matches()) {
            throw error(key, "a password does not belong in this file: set PGPASSWORD");
        }
        Optional<String> reason = SettingKeys.whyOnlyOfAUser(option);
        if (source == Source.PROJECT && reason.isPresent()) {
            throw error(key, "belongs in your own config file: " + reason.get());
        }
        settings.add(
                new Setting(key, text, source, place(key), Optional.ofNullable(path.getParent())));
    }

    private String text(String key, JsonNode value) {
        if (value.isArray()
                && !value.isEmpty()
                && value.valueStream().allMatch(ConfigFile::isOne)) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
        }
        if (isOne(value)) {
            return value.asString();
        }
        throw error(key, "expected a string, a number or an array of these");
    }

    private static boolean isOne(JsonNode value) {
        return value.isString() || value.isNumber() || value.isBoolean();
    }

    /** Refuses it without repeating it. */
    private void refuseSecret(String key, JsonNode value) {
        if (SECRET_KEY.matcher(key).matches() || API_KEY.matcher(value.toString()).matches()) {
            throw error(
                    key,
                    "an API key or a password does not belong in this file: set"
                            + " OPENROUTER_API_KEY or PGPASSWORD in the environment");
        }
    }

    private static String elsewhere(String option) {
        Collection<String> commands = SettingKeys.commandsWith(option);
        return commands.isEmpty()
                ? "holds for every command: expected it above the first table"
                : "expected "
                        + (SettingKeys.isShared(option) ? "above the first table, or " : "")
                        + "in "
                        + commands.stream()
                                .map("[%s]"::formatted)
                                .collect(Collectors.joining(", "));
    }

    private UsageException unknown(
            String key, String kind, String typed, Collection<String> known) {
        return new UsageException(
                "%s: no %s '%s' in a config file; ".formatted(place(key), kind, typed)
                        + Suggestions.nearest(typed, known)
                                .map("did you mean %s?"::formatted)
                                .orElse("expected one of " + String.join(", ", known)));
    }

    private UsageException error(String key, String message) {
        return new UsageException("%s: %s: %s".formatted(place(key), key, message));
    }

    private String place(String key) {
        return path + ":" + lines.of(key);
    }
}
