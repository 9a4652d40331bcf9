package io.genledger.app.cli;

import io.genledger.app.Version;
import io.genledger.app.cli.console.CommonOptions;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: prints its help. */
@Command(
        name = "genledger",
        description = "Record what LLM generations on OpenRouter cost, explain it and sum it up.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger track gen-1731289055-7lM7yhtp335znp1qegkj",
            "  genledger collect --wait && genledger report --by day,model",
            "",
            "Exit codes:",
            "    0  done",
            "    1  done, but something was rejected, given up, not found, or at least --fail-on,",
            "       or still pending at --timeout, or pending for longer than --max-age",
            "    2  wrong usage or configuration",
            "    3  refused by OpenRouter: key, credit or permission",
            "    4  network, file or ledger unavailable",
            "   70  internal error of genledger",
            "  130  stopped by Ctrl-C",
            "  141  the reader of standard output ended early, as head does",
            "  143  stopped by SIGTERM before the work was finished",
            "The key is read from the variable OPENROUTER_API_KEY, and from nowhere else."
        })
final class GenledgerCommand implements Callable<Integer> {

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Mixin
    private final CommonOptions options;

    @Spec private @Nullable CommandSpec spec;

    private final Console console;

    GenledgerCommand(Console console) {
        this.console = console;
        this.options = console.options();
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(console.err());
        }
        return ExitCode.USAGE;
    }
}
