package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.render.line.NoRecordText;
import io.genledger.app.view.queue.NoRecordView;
import io.genledger.domain.generation.GenerationId;

/** Answers for an id whose record is not in the ledger. */
final class NoRecord {

    private NoRecord() {}

    /** Says why there is no record and what to do: with {@code --json}, on standard output, too. */
    static int answer(Console console, Application application, GenerationId id) {
        NoRecordView view =
                NoRecordView.of(
                        id, application.readHistory().read(id).entry(), console.clock().instant());
        if (console.printsJson()) {
            console.print(view, NoRecordText::of);
        }
        console.note("genledger: " + NoRecordText.of(view));
        return ExitCode.REJECTED;
    }
}
