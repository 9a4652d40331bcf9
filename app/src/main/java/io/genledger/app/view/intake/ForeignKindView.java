package io.genledger.app.view.intake;

import io.genledger.ports.document.ForeignKind;

/**
 * Documents of another program in the files of an import.
 *
 * @param documents number of documents, 1 or more
 */
public record ForeignKindView(ForeignKind kind, long documents) {}
