package io.genledger.ports.usecase.intake.files;

import io.genledger.ports.document.ForeignKind;
import java.util.Map;

/**
 * What was found in one file.
 *
 * @param file name of the file
 * @param documents number of all its documents, rejected and foreign ones included
 * @param foreign number of documents of other programs by kind
 * @param isWhole whether the file was read to its end
 */
public record FileContents(
        String file, long documents, Map<ForeignKind, Long> foreign, boolean isWhole) {


    /** Copies the map. */
    public FileContents {
        foreign = Map.copyOf(foreign);
    }
}
