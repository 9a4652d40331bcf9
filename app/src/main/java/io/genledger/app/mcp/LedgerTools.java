package io.genledger.app.mcp;

import io.genledger.app.option.AuditOptions;
import io.genledger.app.option.QueueListOptions;
import io.genledger.app.option.plan.AllowanceOption;
import io.genledger.app.option.report.ListOptions;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.app.view.json.ViewSchemas;
import io.genledger.app.view.queue.LedgerStatusView;
import io.genledger.app.view.queue.QueueView;
import io.genledger.app.view.report.AuditView;
import io.genledger.app.view.spend.ReportView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools over one ledger. */
final class LedgerTools {

    /** What the program is, for a language model that has never seen it. */
    static final String INSTRUCTIONS =
            "Genledger is a ledger of language model calls made through OpenRouter, called"
                    + " generations: what each really cost, by the record that OpenRouter keeps of"
                    + " it. Begin with spend_report. Amounts are US dollars, as strings of decimal"
                    + " digits: add them up as decimals. null means unknown, never zero. Spend is"
                    + " what a generation cost in all: OpenRouter credits, and what the provider"
                    + " charged for calls with the user's own provider key (BYOK). All tools only"
                    + " read.";

    private static final Map<String, Object> LIST =
            Map.of(
                    "type", "object",
                    "required", List.of("rows", "next"),
                    "properties",
                            Map.of(
                                    "rows",
                                    Map.of("type", "array", "items", Map.of("type", "object")),
                                    "next",
                                    Map.of("type", List.of("string", "null"))));

    private LedgerTools() {}

    static List<LedgerTool<?>> over(AskedLedger ledger) {
        SpendQuestions spend = new SpendQuestions(ledger);
        StateQuestions state = new StateQuestions(ledger);
        return List.of(
                new LedgerTool<>(
                        "spend_report",
                        "Spend report",
                        "Sums up spend, tokens and counts of generations by groups: by model,"
                            + " provider, app, user, session, day, week, month and others (by)."
                            + " Without arguments it covers everything, by model. Name a period"
                            + " with last (e.g. 7d, today, this-month, last-month, 2025-08) or with"
                            + " since and until. Filters such as model take patterns: anthropic/*."
                            + " compare adds the spend of the period before. Without columns, a row"
                            + " has the main figures.",
                        ReportOptions::new,
                        Optional.of(new RowLimit(100, 1000)),
                        ViewSchemas.document(ReportView.class),
                        spend::report),
                new LedgerTool<>(
                        "list_generations",
                        "List of generations",
                        "Lists single generations, the newest first, a page at a time: id, time,"
                                + " model, provider, app, user, session, spend and tokens, or the"
                                + " columns that are named. It takes the periods and filters of"
                                + " spend_report; order spend puts the most expensive first. To go"
                                + " on, send the same arguments and, as after, the value of next.",
                        ListOptions::new,
                        Optional.of(new RowLimit(50, 200)),
                        LIST,
                        spend::list),
                new LedgerTool<>(
                        "explain_generation",
                        "Cost of one generation",
                        "Explains why one generation cost what it did: each line of its bill,"
                            + " prices, tokens, cache savings, the providers that were tried, and"
                            + " what is odd about it. Takes its id, which list_generations shows.",
                        ExplainOptions::new,
                        Optional.empty(),
                        ViewSchemas.document(ExplanationView.class),
                        state::explain),
                new LedgerTool<>(
                        "find_missing",
                        "Generations without a record",
                        "Finds generations that were made but are missing from every sum, because"
                            + " the ledger has no record of them: counts by state (pending,"
                            + " claimed, given-up, refused) and reason, and the oldest ids. Ask it"
                            + " when a sum seems too low.",
                        QueueListOptions::new,
                        Optional.of(new RowLimit(50, 200)),
                        ViewSchemas.document(QueueView.class),
                        state::missing),
                new LedgerTool<>(
                        "findings",
                        "Errors and oddities",
                        "Checks the generations of a period for errors and oddities, e.g. charges"
                            + " that differ from the stated prices or unexpected fees, grouped by"
                            + " code with severity, the money in question and examples of ids."
                            + " Takes the periods of spend_report.",
                        AuditOptions::new,
                        Optional.empty(),
                        ViewSchemas.document(AuditView.class),
                        state::findings),
                new LedgerTool<>(
                        "ledger_status",
                        "Condition of the ledger",
                        "Tells whether the ledger is up to date: the last fetch from OpenRouter,"
                            + " ids that wait for their record, spend of the last 24 hours, time"
                            + " zone, and how much of this month's BYOK allowance is used.",
                        AllowanceOption::new,
                        Optional.empty(),
                        ViewSchemas.document(LedgerStatusView.class),
                        state::status));
    }
}
