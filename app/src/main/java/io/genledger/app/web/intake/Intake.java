package io.genledger.app.web.intake;

import io.genledger.app.Application;
import io.genledger.app.container.Containers;
import io.genledger.app.view.intake.IntakeView;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.usecase.intake.ImportOptions;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.track.TrackGenerations;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Takes the body of a request into the ledger, as the command import takes a file. */
@Singleton
final class Intake {

    private static final String BODY = "body";

    private final Application application;
    private final TrackGenerations trackDefault;

    Intake(LedgerAccess ledger) {
        this.application = ledger.application();
        this.trackDefault = application.trackGenerations(AccountName.DEFAULT);
    }

    /**
     * Tracks the ids or records the documents of a body. When this returns, they survive a crash.
     *
     * @throws io.genledger.app.option.UsageException if a parameter or the body is wrong as a whole
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be written;
     *     the same request may be sent again, and doubles nothing
     */
    IntakeView take(HttpRequest<?> request, byte[] body) {
        IntakeOptions options = options(request);
        Optional<ListedIds> ids = ListedIds.in(BODY, body);
        try {
            return ids.isPresent() ? track(ids.get(), options) : record(body, options);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The options are parsed only if there are any, because that takes longer than to track. */
    private static IntakeOptions options(HttpRequest<?> request) {
        IntakeOptions options = new IntakeOptions();
        return request.getParameters().names().isEmpty()
                ? options
                : QueryParameters.read(request, options);
    }

    private IntakeView track(ListedIds listed, IntakeOptions options) throws IOException {
        RejectedDocuments rejects = application.quarantineRejects();
        IntakeItems items = new IntakeItems();
        for (ListedIds.Other other : listed.others()) {
            items.rejected(other.rejection());
            rejects.begin(other.rejection());
            rejects.append(other.bytes());
        }
        Tracked tracked =
                listed.ids().isEmpty()
                        ? Tracked.NOTHING
                        : track(options.account()).track(listed.ids().keySet());
        rejects.commit();
        listed.ids().forEach((id, line) -> items.tracked(line, id));
        items.recorded(new ImportSummary(Map.of(), Map.of(), listed.others().size(), tracked));
        return items.view(rejects.kept());
    }

    private TrackGenerations track(AccountName account) {
        return account.equals(AccountName.DEFAULT)
                ? trackDefault
                : application.trackGenerations(account);
    }

    private IntakeView record(byte[] body, IntakeOptions options) throws IOException {
        RejectedDocuments rejects = application.quarantineRejects();
        IntakeItems items = new IntakeItems();
        Containers containers = Containers.ofRequest();
        var unused =
                application
                        .importDocuments(options.account())
                        .importFrom(
                                visitor ->
                                        containers.open(
                                                BODY, new ByteArrayInputStream(body), visitor),
                                new ImportOptions(false, options.tracksProvisional()),
                                rejects,
                                items,
                                new StopSignal());
        return items.view(rejects.kept());
    }
}
