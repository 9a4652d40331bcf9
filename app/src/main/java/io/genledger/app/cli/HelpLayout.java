package io.genledger.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/** Help texts with a command's own options first and the options of every command last. */
final class HelpLayout {

    private static final int WIDTH = 100;
    private static final String COMMON = "commonOptions";

    private HelpLayout() {}

    /** Applies the layout to a program and all its commands. */
    static void apply(CommandLine program) {
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(program.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, HelpLayout::own);
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Help::optionListGroupSections);
        sections.put(
                COMMON,
                help ->
                        "%nOptions of every command:%n".formatted()
                                + list(help, HelpLayout::isCommon, List.of()));
        List<String> order = new ArrayList<>(program.getHelpSectionKeys());
        order.add(order.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), COMMON);
        program.setHelpSectionMap(sections).setHelpSectionKeys(order).setUsageHelpWidth(WIDTH);
        abbreviateSynopsis(program);
    }

    private static void abbreviateSynopsis(CommandLine command) {
        command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        command.getSubcommands().values().forEach(HelpLayout::abbreviateSynopsis);
    }

    private static boolean isCommon(OptionSpec option) {
        return option.scopeType() == ScopeType.INHERIT
                || option.usageHelp()
                || option.versionHelp();
    }

    private static boolean hasNoHeading(OptionSpec option) {
        return option.group() == null || option.group().heading() == null;
    }

    private static String own(Help help) {
        List<PositionalParamSpec> parameters = help.commandSpec().positionalParameters();
        String list = list(help, option -> !isCommon(option), parameters);
        return list.isEmpty() ? "" : System.lineSeparator() + list;
    }

    private static String list(
            Help help, Predicate<OptionSpec> chosen, List<PositionalParamSpec> parameters) {
        List<OptionSpec> options =
                help.commandSpec().options().stream()
                        .filter(chosen.and(option -> !option.hidden()))
                        .filter(HelpLayout::hasNoHeading)
                        .sorted(Comparator.comparing(OptionSpec::longestName))
                        .toList();
        Help.Layout layout = help.createDefaultLayout(options, parameters, help.colorScheme());
        layout.addPositionalParameters(parameters, help.createDefaultParamLabelRenderer());
        layout.addOptions(options, help.createDefaultParamLabelRenderer());
        return layout.toString();
    }
}
