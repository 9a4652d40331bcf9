package io.genledger.app.export;

import io.genledger.ports.usecase.export.ExportSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an export did.
 *
 * @param summary what it wrote; empty if the file was complete before
 * @param notes what the reader of the file should know about it, in sentences
 * @param files the files that were written, in order; none of an export to a stream
 * @param resumed the file of an interrupted export that got its name now; empty if there was none
 */
public record ExportResult(
        Optional<ExportSummary> summary,
        List<String> notes,
        List<Path> files,
        Optional<Path> resumed) {}
