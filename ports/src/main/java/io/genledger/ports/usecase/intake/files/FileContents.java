package io.genledger.ports.usecase.intake.files;

import io.genledger.ports.document.ForeignKind;
import java.util.Collections;
import java.util.EnumMap;
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

    /** Copies the map; kinds are in the order of their enum. */
    public FileContents {
        Map<ForeignKind, Long> copy = new EnumMap<>(ForeignKind.class);
        copy.putAll(foreign);
        foreign = Collections.unmodifiableMap(copy);
    }
}
