package io.genledger.app.cli.serve;

import io.genledger.app.Application;
import io.genledger.app.Version;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.lake.LakeOptions;
import io.genledger.app.cli.lake.ServedLake;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.serve.log.ServiceLog;
import io.genledger.app.option.UsageException;
import io.genledger.app.service.Housekeeping;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.service.follow.FollowService;
import io.genledger.app.trace.Traces;
import io.genledger.app.view.health.ServerView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.ServerSettings;
import io.genledger.app.web.WebServer;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the ledger over HTTP. */
@Command(
        name = "serve",
        description = {
            "Serve the ledger over HTTP, to programs and browsers, and collect meanwhile.",
            "Without a key of OpenRouter it serves what the ledger has, and the log says so.",
            "While the ledger has no access token, every request from this machine is permitted."
                    + " As soon as it has one, every request needs one: see genledger token.",
            "The log on standard error is a JSON object for each event. SIGTERM and Ctrl-C let"
                    + " running requests end within 10 s; the exit code is 0 after SIGTERM."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger serve",
            "  genledger token create team --scope write",
            "  genledger serve --listen 0.0.0.0:8787 --tls-cert cert.pem --tls-key key.pem"
        })
public final class ServeCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private ServeOptions options = new ServeOptions();
    @Mixin private CollectorOptions collecting = new CollectorOptions();
    @Mixin private AlertOptions alerting = new AlertOptions();
    @Mixin private LakeOptions shipping = new LakeOptions();

    @Option(
            names = "--follow",
            paramLabel = "FILE",
            split = ",",
            description =
                    "Log file to follow: ids in its new lines are tracked, as genledger follow"
                            + " does; repeatable.")
    private List<Path> followed = List.of();

    public ServeCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerSettings settings = options.settings();
        ServiceEvents events = new ServiceLog();
        StopSignal stop = new StopSignal();
        console.shutdown().stopOnShutdown(stop);
        console.shutdown().drainOnTermination(stop);
        if (!settings.isLoopback() && !ledgers.address().isTaken()) {
            throw tokenNeeded();
        }
        try (Application application = ledgers.open();
                ServedLake lake = ServedLake.of(shipping, console, ledgers)) {
            boolean hasTokens = application.accessTokens().any();
            if (!settings.isLoopback() && !hasTokens) {
                throw tokenNeeded();
            }
            try (Traces traces = traces(events);
                    RunningServices services = services(application, lake, events, traces);
                    WebServer server =
                            WebServer.start(
                                    settings, access(application, lake, services::state, traces))) {
                services.start();
                announce(server, hasTokens, events);
                await(stop);
                services.requestDrain();
            }
        }
        return ExitCode.OK;
    }

    private static UsageException tokenNeeded() {
        return new UsageException(
                "--listen: an address that other machines reach needs an access token; create one"
                        + " first: genledger token create NAME --scope read");
    }

    /** What runs beside the requests. */
    private RunningServices services(
            Application application, ServedLake lake, ServiceEvents events, Traces traces) {
        Housekeeping housekeeping =
                new Housekeeping(
                        application.accessSessions(),
                        application.assignColours(),
                        console.clock(),
                        events);
        FollowService follow =
                new FollowService(
                        followed,
                        application::logFile,
                        application.trackTailedTexts(AccountName.DEFAULT),
                        console.runtime(),
                        FileErrors::reason,
                        events);
        return new RunningServices(
                console.runtime(),
                housekeeping,
                collecting.collector(application, console, events, traces::traced),
                Optional.of(follow).filter(any -> !followed.isEmpty()),
                alerting.service(application, console, events),
                lake.service(application, events),
                lake.questions().isPresent());
    }

    private LedgerAccess access(
            Application application,
            ServedLake lake,
            Supplier<ServerView> services,
            Traces traces) {
        return new LedgerAccess(
                application,
                ledgers.address().toString(),
                lake.questions(),
                console.clock(),
                services,
                traces);
    }

    private Traces traces(ServiceEvents events) {
        try {
            return Traces.of(console::variable, events, console.clock());
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("the variables OTEL_* cannot be used: " + wrong.getMessage());
        }
    }

    private void announce(WebServer server, boolean hasTokens, ServiceEvents events) {
        String access =
                hasTokens
                        ? "every request needs an access token"
                        : "no tokens: everything from this machine is allowed";
        if (console.errIsTerminal()) {
            console.note(
                    "genledger: %s serves %s; %s"
                            .formatted(server.url(), ledgers.address(), access));
        } else {
            events.add(
                    new ServiceEvent(console.clock().instant(), "started")
                            .with("version", Version.number())
                            .with("url", server.url().toString())
                            .with("ledger", ledgers.address().toString())
                            .with("access", access));
        }
    }

    private static void await(StopSignal stop) throws InterruptedException {
        CountDownLatch requested = new CountDownLatch(1);
        stop.onRequest(requested::countDown);
        requested.await();
    }
}
