package io.genledger.app.view.health;

import io.genledger.app.view.health.CollectorView.Phase;
import io.genledger.app.view.health.CollectorView.RefusedKey;
import io.genledger.ports.usecase.collect.Delay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks of what runs in a server beside its requests. None of them makes it unready. */
final class ServerChecks {

    private ServerChecks() {}

    static List<CheckView> of(ServerView server) {
        List<CheckView> checks = new ArrayList<>();
        checks.add(
                server.collector()
                        .map(collector -> CheckView.warning("collector", collector(collector)))
                        .orElse(CheckView.unused("collector", "switched off by --no-collect")));
        checks.add(
                server.follow()
                        .map(files -> CheckView.warning("follow", follow(files)))
                        .orElse(CheckView.unused("follow", "no --follow")));
        checks.add(
                server.alerts()
                        .map(alerts -> CheckView.warning("alerts", alerts.failure()))
                        .orElse(CheckView.unused("alerts", "no --alert-webhook")));
        // Few have a lake: those without one are not told.
        server.lake().ifPresent(lake -> checks.add(CheckView.warning("lake", lake.failure())));
        checks.add(CheckView.warning("housekeeping", server.housekeeping().failure()));
        return checks;
    }

    private static Optional<String> collector(CollectorView collector) {
        String accounts =
                collector.missingKeys().stream()
                        .map(account -> "no key for the pending ids of account " + account)
                        .collect(Collectors.joining("; "));
        return sentence(
                Stream.of(
                                collector.reason().stream(),
                                Stream.of("it is stopped")
                                        .filter(any -> collector.phase() == Phase.STOPPED),
                                collector.ledgerFailure().stream(),
                                collector.refusedKeys().stream().map(ServerChecks::text),
                                Stream.of(accounts).filter(text -> !text.isEmpty()),
                                collector.delays().stream().map(ServerChecks::text))
                        .flatMap(each -> each));
    }

    private static String text(RefusedKey key) {
        return "the key of account " + key.account() + " was refused: " + key.reason();
    }

    private static String text(Delay delay) {
        return (delay.rateLimited() ? "rate limited since " : "outage since ")
                + delay.since()
                + ": "
                + delay.reason();
    }

    private static Optional<String> follow(FollowedFilesView files) {
        return sentence(
                Stream.concat(
                        files.failure().stream(),
                        files.unreadable().entrySet().stream().map(ServerChecks::text)));
    }

    private static String text(Map.Entry<String, String> unreadable) {
        return unreadable.getKey() + " cannot be read: " + unreadable.getValue();
    }

    private static Optional<String> sentence(Stream<String> parts) {
        return Optional.of(parts.collect(Collectors.joining("; "))).filter(text -> !text.isEmpty());
    }
}
