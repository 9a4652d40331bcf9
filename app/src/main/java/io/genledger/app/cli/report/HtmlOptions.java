package io.genledger.app.cli.report;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.html.OverviewHtml;
import io.genledger.app.cli.render.html.ReportHtml;
import io.genledger.app.export.file.Checkpoint;
import io.genledger.app.export.file.Compression;
import io.genledger.app.export.file.Target;
import io.genledger.app.export.file.TargetFile;
import io.genledger.app.option.UsageException;
import io.genledger.app.page.SavedFile;
import io.genledger.app.page.SavedOverview;
import io.genledger.ports.usecase.report.SpendRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that write a report as a file for browsers. */
final class HtmlOptions {

    private static final String STANDARD_OUTPUT = "-";

    /** What the overview does not show. */
    private static final List<String> OTHERS =
            List.of(
                    "--json",
                    "--csv",
                    "--total",
                    "--columns",
                    "--order",
                    "--breakdown",
                    "--percentiles",
                    "--round",
                    "--credit-fee",
                    "--byok-allowance");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--html",
            paramLabel = "FILE|-",
            description =
                    "Write the overview, with its chart and table, as one file that a browser shows"
                            + " without a server or network, to mail or print; - for standard"
                            + " output.")
    private @Nullable String html;

    @Option(names = "--force", description = "Let --html replace a file of that name.")
    private boolean force;

    /** The content of the file, and the number of generations in its sums. */
    @SuppressWarnings("ArrayRecordComponent") // it is written and nothing else
    private record Document(byte[] content, long generations) {}

    boolean isNamed() {
        return html != null;
    }

    /**
     * @throws UsageException if the options contradict each other
     */
    void check() {
        if (html == null) {
            if (force) {
                throw new UsageException("--force needs --html");
            }
            return;
        }
        if (html.isEmpty()) {
            throw new UsageException("no file: name a new one, or - for standard output");
        }
        for (String other : OTHERS) {
            if (command != null && command.commandLine().getParseResult().hasMatchedOption(other)) {
                throw new UsageException(
                        "--html and %s cannot be combined: the file shows the figures of the page"
                                .formatted(other));
            }
        }
    }

    /**
     * Writes the file.
     *
     * @param address of the ledger; its path or host does not get into the file
     */
    void write(Console console, Application application, String address, SpendRequest request)
            throws IOException {
        String name = address.replaceFirst("^.*[\\\\/]", "");
        SavedOverview overview = new SavedOverview(application, request, console.clock().instant());
        if (STANDARD_OUTPUT.equals(html)) {
            console.out().write(document(overview, name).content());
            console.out().flush();
        } else {
            Path path = path(String.valueOf(html));
            Document document = write(path, overview, name);
            console.print(path + ": " + Numbers.count(document.generations(), "generation"));
        }
    }

    private Document write(Path path, SavedOverview overview, String name) throws IOException {
        Target target = new Target(path, force, "");
        try (TargetFile file = TargetFile.begin(target, Compression.NONE, Checkpoint.NONE)) {
            Document document = document(overview, name);
            file.stream().write(document.content());
            file.complete();
            file.publish();
            return document;
        } catch (FileAlreadyExistsException present) {
            throw new UsageException(
                    present.getReason() == null
                            ? path
                                    + " exists and is not overwritten; name a new file, or add"
                                    + " --force"
                            : path + " " + present.getReason());
        } catch (IOException failure) {
            throw new IOException(
                    "%s cannot be written (%s); no part of it was left"
                            .formatted(path, FileErrors.reason(failure)),
                    failure);
        }
    }

    private static Document document(SavedOverview overview, String name) {
        ReportHtml values = new ReportHtml();
        ReportHtml buckets = new ReportHtml();
        SavedOverview.Contents contents = overview.read(name, values, buckets);
        OverviewHtml figures = new OverviewHtml(values, buckets, contents.state());
        return new Document(
                SavedFile.of(contents, figures.title(), figures.figures())
                        .getBytes(StandardCharsets.UTF_8),
                values.end().missing().generations());
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new UsageException(
                    "--html: " + name + ": not a file name: " + invalid.getReason());
        }
    }
}
