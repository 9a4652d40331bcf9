package io.genledger.app.cli.render;

import io.genledger.domain.generation.CreationTime;

/** When a generation was created, with how that is known. */
final class Times {

    private Times() {}

    static String created(CreationTime created) {
        return created.at()
                + switch (created.basis()) {
                    case RECORD -> "";
                    case ID -> " (from the id: the record does not say)";
                    case RECEIPT -> " or before (when the record was received: it does not say)";
                };
    }
}
