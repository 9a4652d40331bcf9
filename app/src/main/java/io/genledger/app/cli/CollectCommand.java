package io.genledger.app.cli;

import io.genledger.adapter.http.ApiKey;
import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.HttpSourceSettings;
import io.genledger.app.Wiring;
import io.genledger.app.cli.text.JsonText;
import io.genledger.ports.usecase.CollectPlan;
import io.genledger.ports.usecase.CollectSummary;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Fetches what is pending. */
@Command(
        name = "collect",
        description = {
            "Fetches the metadata of all generations that are pending and due.",
            "The key is read from the variable OPENROUTER_API_KEY, and from nowhere else."
        },
        footerHeading = "%nExample:%n",
        footer = {"  export OPENROUTER_API_KEY=sk-or-…", "  genledger collect --patience 30m"})
final class CollectCommand implements Callable<Integer> {

    private static final String KEY = "OPENROUTER_API_KEY";

    @ParentCommand private @Nullable GenledgerCommand root;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where OpenRouter answers. Default: https://openrouter.ai/api/v1.")
    private String baseUrl = HttpSourceSettings.OPENROUTER.toString();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Requests under way at once, 1 to 256. Default: ${DEFAULT-VALUE}.")
    private int concurrency = CollectPlan.DEFAULT.concurrency();

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "How long after its request a generation that OpenRouter does not know may"
                            + " still appear; then it is given up. Default: 15m.")
    private Duration patience = CollectPlan.DEFAULT.patience();

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        CollectPlan plan = plan();
        HttpSourceSettings settings = settings();
        ApiKey key = key(program.environment());
        try (Wiring wiring = program.openLedger();
                HttpGenerationSource source =
                        new HttpGenerationSource(key, settings, program.environment().clock())) {
            CollectRun run = new CollectRun(program, wiring, source);
            CollectSummary summary = run.collect(plan);
            print(program, summary);
            return run.exitCodeOf(summary);
        }
    }

    private static void print(GenledgerCommand program, CollectSummary summary) {
        program.print(
                program.printsJson()
                        ? JsonText.of(JsonText.collected(summary))
                        : CollectRun.sentence(summary));
    }

    private CollectPlan plan() {
        try {
            return new CollectPlan(concurrency, patience);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private HttpSourceSettings settings() {
        try {
            return HttpSourceSettings.DEFAULT
                    .withBase(new URI(baseUrl))
                    .withMaxConnections(concurrency);
        } catch (URISyntaxException noUrl) {
            throw new UsageException("--base-url: expected e.g. " + HttpSourceSettings.OPENROUTER);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--base-url: " + wrong.getMessage());
        }
    }

    private static ApiKey key(Environment environment) {
        String key =
                environment
                        .variable(KEY)
                        .orElseThrow(() ->
                                new UsageException(
                                        "no key: set the variable "
                                                + KEY
                                                + " to a key of your OpenRouter account"));
        try {
            return new ApiKey(key.strip());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(KEY + ": " + wrong.getMessage());
        }
    }
}
