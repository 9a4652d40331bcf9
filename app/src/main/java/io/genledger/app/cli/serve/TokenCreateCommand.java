package io.genledger.app.cli.serve;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.TokenText;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.view.access.CreatedTokenView;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates an access token. */
@Command(
        name = "create",
        description = {
            "Create an access token and print it, this once.",
            "Standard output holds the token alone, so that it can be written to a file or a"
                    + " secret store. A ledger is created if there is none.",
            "The exit code is 1 if there is a token of this name, expired or not."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger token create ci --scope write --expires 90d",
            "  (umask 077; genledger token create dashboard --scope read > dashboard.token)"
        })
public final class TokenCreateCommand implements Callable<Integer> {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "NAME",
            converter = TokenNameConverter.class,
            description = "Name of the token, which no other token of the ledger has.")
    private @Nullable TokenName name;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            required = true,
            converter = WordConverter.OfScope.class,
            completionCandidates = WordConverter.OfScope.class,
            description =
                    "Rights of the token: ${COMPLETION-CANDIDATES}; each includes"
                            + " those before it.")
    private Scope scope = Scope.READ;

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "Time after which the token expires, e.g. 90d; at most 36500d. Default: it does"
                            + " not expire.")
    private @Nullable Duration lifetime;

    public TokenCreateCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        TokenName chosen = Objects.requireNonNull(name);
        if (lifetime != null
                && (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0)) {
            throw new UsageException("--expires: expected 1s to 36500d");
        }
        try (Application application = ledgers.open()) {
            return application
                    .createToken()
                    .create(chosen, scope, Optional.ofNullable(lifetime))
                    .map(created -> print(CreatedTokenView.of(created)))
                    .orElseGet(() -> {
                        console.note(TokenText.exists(chosen));
                        return ExitCode.REJECTED;
                    });
        }
    }

    private int print(CreatedTokenView view) {
        console.note(TokenText.shownOnce(view));
        console.print(view, created -> created.token().value());
        return ExitCode.OK;
    }
}
