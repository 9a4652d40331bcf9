package io.genledger.app.web.ledger;

import io.genledger.app.Application;
import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.ExportJob;
import io.genledger.app.export.Exporter;
import io.genledger.app.export.RowObserver;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.option.export.ExportOptions;
import io.genledger.app.web.LedgerAccess;
import io.genledger.app.web.RequestThreads;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.answer.StreamedBody;
import io.genledger.app.web.parameter.QueryParameters;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** Exports, by the options of the command {@code export}, as one file. */
@Controller("/ledger/v1/export")
@Requires(RequiredScope.READ)
@ExecuteOn(RequestThreads.SHORT)
final class ExportRoute {

    private final LedgerAccess ledger;
    private final ExecutorService threads;

    ExportRoute(LedgerAccess ledger, @Named(RequestThreads.EXPORTS) ExecutorService threads) {
        this.ledger = ledger;
        this.threads = threads;
    }

    @Get(produces = MediaType.ALL, headRoute = false)
    @RouteSummary(
            value =
                    "Exports generations as one file. format has to be named; partition and"
                            + " max-rows, which make several files, are refused.",
            options = ExportOptions.class)
    HttpResponse<Publisher<byte[]>> export(HttpRequest<?> request) {
        ExportOptions options = QueryParameters.read(request, new ExportOptions());
        ExportFormat format = options.format().orElseThrow(ExportRoute::noFormat);
        options.check(format);
        if (options.focus().isSplit() || options.parquet().isPartitioned()) {
            throw new UsageException(
                    "--max-rows and --partition make several files, and an answer is one: leave"
                            + " them out, or run the command genledger export");
        }
        ExportJob job =
                options.job(format, ledger.application().settings(), ledger.clock().instant());
        Download file = Download.of(format);
        return HttpResponse.ok(StreamedBody.of(threads, out -> write(job, out)))
                .contentType(file.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition());
    }

    private static UsageException noFormat() {
        return new UsageException(
                "--format is missing: expected "
                        + String.join(", ", new WordConverter.OfExportFormat()));
    }

    private void write(ExportJob job, OutputStream out) throws IOException {
        Exporter exporter =
                new Exporter(
                        ledger.application().exportGenerations(),
                        Application.rowDecoders(),
                        RowObserver.NONE,
                        new StopSignal());
        try {
            exporter.toStream(job, out);
        } catch (EntriesPrunedException pruned) {
            throw ExportOptions.advice(pruned);
        }
    }
}
