package io.genledger.app.web.access;

import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.ServerSettings;
import io.genledger.app.web.problem.Problem;
import io.genledger.ports.access.Scope;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/** Answers every request that must not reach its route. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessCheck implements Ordered {

    private static final CompletionStage<Optional<HttpResponse<?>>> PASSED =
            CompletableFuture.completedFuture(Optional.empty());

    /** Headers by which a proxy names the client that it forwards. */
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For");

    private final ServerSettings settings;
    private final HostNames hosts;
    private final BrowserRules browsers;
    private final Callers callers;
    private final ExecutorService threads;

    AccessCheck(
            ServerSettings settings,
            HostNames hosts,
            BrowserRules browsers,
            Callers callers,
            @Named(RequestThreads.SHORT) ExecutorService threads) {
        this.settings = settings;
        this.hosts = hosts;
        this.browsers = browsers;
        this.callers = callers;
        this.threads = threads;
    }

    @RequestFilter
    CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        Optional<String> host = HostNames.stated(request);
        if (host.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, AccessProblems.NO_HOST);
        }
        if (!hosts.contain(host.get(), port(request))) {
            return refused(HttpStatus.MISDIRECTED_REQUEST, AccessProblems.FOREIGN_HOST);
        }
        Credential credential = Credential.of(request);
        if (!browsers.permitChange(request, credential)) {
            return refused(HttpStatus.FORBIDDEN, AccessProblems.FOREIGN_ORIGIN);
        }
        return required(request).map(needed -> permit(request, credential, needed)).orElse(PASSED);
    }

    /** Asks the ledger on a thread that may wait, unless its answer is remembered. */
    private CompletionStage<Optional<HttpResponse<?>>> permit(
            HttpRequest<?> request, Credential credential, Scope needed) {
        boolean isLocal = isLocal(request);
        Optional<Scope> remembered = callers.remembered(credential.secret(), isLocal);
        return remembered.isPresent()
                ? CompletableFuture.completedFuture(
                        answer(request, credential, isLocal, remembered, needed))
                : CompletableFuture.supplyAsync(
                        () ->
                                answer(
                                        request,
                                        credential,
                                        isLocal,
                                        callers.find(credential.secret(), isLocal),
                                        needed),
                        threads);
    }

    private Optional<HttpResponse<?>> answer(
            HttpRequest<?> request,
            Credential credential,
            boolean isLocal,
            Optional<Scope> found,
            Scope needed) {
        if (found.isEmpty()) {
            return Optional.of(AccessProblems.unauthorized(credential));
        }
        Scope scope = browsers.isFromOtherSite(request, credential) ? Scope.READ : found.get();
        CallerScope.set(request, scope, () -> callers.permit(credential.secret(), isLocal, needed));
        return scope.includes(needed)
                ? Optional.empty()
                : Optional.of(AccessProblems.insufficient(needed));
    }

    /** The scope of the request's route; empty if it needs none, or if there is no such route. */
    private static Optional<Scope> required(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .map(AnnotationMetadataProvider::getAnnotationMetadata)
                .flatMap(AccessCheck::required);
    }

    private static Optional<Scope> required(AnnotationMetadata route) {
        return route.enumValue(Requires.class, RequiredScope.class)
                .orElse(RequiredScope.ADMIN)
                .scope();
    }

    /** Whether it comes from this machine, as far as that can be known. */
    private boolean isLocal(HttpRequest<?> request) {
        return settings.isLoopback()
                && request.getRemoteAddress().getAddress().isLoopbackAddress()
                && HostNames.isLoopback(request.getHeaders().get(HttpHeaders.HOST), port(request))
                && FORWARDED.stream().noneMatch(request.getHeaders()::contains);
    }

    private static int port(HttpRequest<?> request) {
        return request.getServerAddress().getPort();
    }

    private static CompletionStage<Optional<HttpResponse<?>>> refused(
            HttpStatus status, String detail) {
        return CompletableFuture.completedFuture(Optional.of(Problem.answer(status, detail)));
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }
}
