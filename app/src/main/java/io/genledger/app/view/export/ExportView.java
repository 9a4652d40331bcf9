package io.genledger.app.view.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code export}.
 *
 * @param file the file that was written
 * @param format the name of its format
 * @param files the files that were written, in order: several if the export was split
 * @param rows number of generations
 * @param leftOut number of generations that the format cannot hold
 * @param prunedBefore generations created before this moment are missing, because their entries
 *     were pruned; empty if none are
 * @param resumed the file of an interrupted export that got its name now; empty if there was none
 * @param notes what the reader of the file should know about it, in sentences
 */
public record ExportView(
        String file,
        String format,
        List<String> files,
        long rows,
        long leftOut,
        Optional<Instant> prunedBefore,
        Optional<String> resumed,
        List<String> notes) {}
