package io.genledger.app.web.wire;

import io.genledger.app.Application;
import io.genledger.app.option.NamedValues;
import io.genledger.app.option.UsageException;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.CallerScope;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.answer.EntityTag;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.access.Scope;
import io.genledger.ports.ledger.ArchivedRecord;
import io.genledger.ports.ledger.DocumentLookup;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.LookedUpGenerations;
import io.genledger.ports.queue.LookedUpGenerations.Outcome;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of one generation as OpenRouter answers it (OPENROUTER.md §1.1, §1.2), from the
 * ledger. An id that the ledger does not know is tracked.
 */
@Controller("/api/v1/generation")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class GenerationRoute {

    /** How many ids may be pending only because they were looked up. */
    private static final int MOST_LOOKED_UP = 100_000;

    private static final String ID = "id";

    private final Application application;
    private final InstantSource clock;
    private final DocumentLookup records;
    private final LookedUpGenerations lookedUp;
    private final RecordWatch watch;

    GenerationRoute(LedgerAccess ledger, RecordWatch watch) {
        this.application = ledger.application();
        this.clock = ledger.clock();
        this.records = application.documentLookup();
        this.lookedUp = application.lookedUp();
        this.watch = watch;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    @RouteSummary(
            value =
                    "The record of a generation as OpenRouter answers it. An id that the ledger"
                            + " does not know is answered with 404 and tracked.",
            options = LookUpOptions.class,
            headers = HttpHeaders.IF_NONE_MATCH,
            statuses = {304, 404, 429},
            problem = WireError.class)
    HttpResponse<byte[]> generation(HttpRequest<?> request) throws InterruptedException {
        GenerationId id = id(request.getParameters().get(ID));
        LookUpOptions options = options(request);
        Optional<ArchivedRecord> found = records.find(id);
        if (found.isEmpty() && CallerScope.includes(request, Scope.WRITE) && isRefused(id)) {
            return WireError.answer(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "100,000 generations that were looked up are pending; genledger tracks no more"
                            + " until some of them are collected");
        }
        if (found.isEmpty() && !options.longestWait().isZero()) {
            found = watch.await(id, options.longestWait(), () -> records.find(id));
        }
        return found.map(record -> answer(request, id, record, options.completes()))
                .orElseGet(() -> notFound("Generation " + id + " not found"));
    }

    private static GenerationId id(@Nullable String text) {
        if (text == null) {
            throw new UsageException("id is missing: name a generation, e.g. ?id=gen-…");
        }
        try {
            return new GenerationId(text);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException("id: " + malformed.getMessage());
        }
    }

    /** The options are parsed only if there are any, because that takes longer than the look-up. */
    private static LookUpOptions options(HttpRequest<?> request) {
        LookUpOptions options = new LookUpOptions();
        if (request.getParameters().names().size() > 1) {
            QueryParameters.read(request, options);
            options.check();
        }
        return options;
    }

    /** Tracks an id of OpenRouter's shape; whether too many are pending. */
    private boolean isRefused(GenerationId id) {
        return id.isShapedLikeOpenRouters()
                && lookedUp.track(id, AccountName.DEFAULT, clock.instant(), MOST_LOOKED_UP)
                        == Outcome.FULL;
    }

    private static HttpResponse<byte[]> answer(
            HttpRequest<?> request, GenerationId id, ArchivedRecord record, boolean completes) {
        if (record.removal().isPresent()) {
            return notFound("Generation " + id + ": " + record.removal().get().sentence());
        }
        EntityTag tag = new EntityTag(Long.toString(record.entry()));
        return tag.isKnownBy(request)
                ? tag.unchanged()
                : tag.on(
                        HttpResponse.ok(
                                completes
                                        ? Application.completeRecord(record.bytes())
                                        : record.bytes()));
    }

    private static HttpResponse<byte[]> notFound(String message) {
        return WireError.answer(HttpStatus.NOT_FOUND, message);
    }

    @Error
    HttpResponse<byte[]> wrong(UsageException wrong) {
        return WireError.answer(
                HttpStatus.BAD_REQUEST, NamedValues.named(String.valueOf(wrong.getMessage())));
    }

    @Error
    HttpResponse<byte[]> unavailable(LedgerUnavailableException unavailable) {
        return WireError.answer(
                HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(unavailable.getMessage()));
    }
}
