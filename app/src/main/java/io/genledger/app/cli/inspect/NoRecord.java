package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.render.line.NoRecordText;
import io.genledger.app.view.queue.NoRecordView;
import io.genledger.domain.generation.GenerationId;
import java.util.function.Predicate;

/** Answers for an id whose record is not in the ledger. */
final class NoRecord {

    private NoRecord() {}

    /** Whether the queue has an id. */
    static Predicate<GenerationId> isQueued(Application application) {
        return id -> application.readHistory().read(id).entry().isPresent();
    }

    /** Says why there is no record and what to do: with {@code --json}, on standard output, too. */
    static int answer(Console console, Application application, GenerationId id) {
        NoRecordView view =
                NoRecordView.read(
                        id,
                        application.readHistory(),
                        application.entryPruning(),
                        console.clock().instant());
        if (console.printsJson()) {
            console.print(view, NoRecordText::of);
        }
        console.note("genledger: " + NoRecordText.of(view));
        return ExitCode.REJECTED;
    }
}
