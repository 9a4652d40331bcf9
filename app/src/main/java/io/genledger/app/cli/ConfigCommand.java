package io.genledger.app.cli;

import io.genledger.app.Application;
import io.genledger.app.cli.config.ConfiguredDefaults;
import io.genledger.app.cli.config.Setting;
import io.genledger.app.cli.config.Settings;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.maintain.ConfigAllowanceCommand;
import io.genledger.app.cli.maintain.ConfigTimezoneCommand;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.table.ConfigTable;
import io.genledger.app.view.maintain.ConfigView;
import io.genledger.app.view.maintain.SettingView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Shows the settings. */
@Command(
        name = "config",
        description = {
            "Show the settings that stand in for options, and where each comes from.",
            "An option on the command line is preferred to $$GENLEDGER_OPTION or"
                    + " $$GENLEDGER_COMMAND_OPTION in the environment, then to genledger.toml in"
                    + " this folder or the nearest folder above it, then to genledger/config.toml"
                    + " in $$XDG_CONFIG_HOME or ~/.config, then to the ledger's own setting.",
            "Checks the values of all settings. The API key is no setting."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger config",
            "  genledger config timezone Europe/Berlin",
            "  genledger config byok-allowance 200000USD",
            "",
            "Example of a file:",
            "  timezone = \"Europe/Berlin\"",
            "  [report]",
            "  by = [\"day\", \"model\"]"
        },
        subcommands = {ConfigTimezoneCommand.class, ConfigAllowanceCommand.class})
final class ConfigCommand implements Callable<Integer> {

    private final Console console;
    private final Settings settings;
    private final LedgerOpener ledgers;

    ConfigCommand(Console console, Settings settings, LedgerOpener ledgers) {
        this.console = console;
        this.settings = settings;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        Settings.commands().forEach(this::check);
        List<SettingView> holding = new ArrayList<>();
        holding.add(ledger());
        holding.addAll(ofLedger());
        settings.all().stream()
                .filter(each -> !each.key().equals("db") && settings.holds(each))
                .map(ConfigCommand::view)
                .forEach(holding::add);
        console.print(
                new ConfigView(
                        settings.project().map(Path::toString),
                        settings.user().map(Path::toString),
                        settings.user().filter(Files::exists).isPresent(),
                        holding),
                view -> ConfigTable.of(view, console.style()));
        return ExitCode.OK;
    }

    /** Parses the command without arguments, which takes all values from the settings. */
    private void check(String command) {
        try {
            Main.program(console.unparsed(), settings, List.of(command)).parseArgs(command);
        } catch (MissingParameterException incomplete) {
            // The command needs arguments. They are missed after the settings were read.
            return;
        } catch (ParameterException wrong) {
            throw new ConfiguredDefaults(settings).located(wrong);
        }
    }

    private SettingView ledger() {
        String address = ledgers.address().toString();
        return ledgers.named()
                .map(named -> new SettingView("db", address, "command-line", Optional.of("--db")))
                .or(() ->
                        settings.find("db")
                                .map(setting ->
                                        new SettingView(
                                                "db",
                                                address,
                                                setting.sourceCode(),
                                                Optional.of(setting.place()))))
                .orElseGet(() -> new SettingView("db", address, "default", Optional.empty()));
    }

    /** The ledger's own settings that no other place replaces; none if there is no ledger yet. */
    private List<SettingView> ofLedger() {
        if (!ledgers.address().isTaken()) {
            return List.of();
        }
        List<SettingView> kept = new ArrayList<>();
        try (Application application = ledgers.openExisting()) {
            if (settings.find("timezone").isEmpty()) {
                String zone = application.settings().timezone().getId();
                kept.add(new SettingView("timezone", zone, "ledger", Optional.empty()));
            }
            if (settings.find("byok-allowance").isEmpty()) {
                application.byokAllowances().all().entrySet().stream()
                        .sorted(Comparator.comparing(each -> each.getKey().value()))
                        .map(each -> allowance(each.getKey(), each.getValue()))
                        .forEach(kept::add);
            }
        }
        return kept;
    }

    private static SettingView allowance(AccountName account, Allowance allowance) {
        return new SettingView(
                "byok-allowance",
                allowance.toString(),
                "ledger",
                Optional.of("the ledger, account " + account));
    }

    private static SettingView view(Setting setting) {
        return new SettingView(
                setting.key(), setting.shown(), setting.sourceCode(), Optional.of(setting.place()));
    }
}
