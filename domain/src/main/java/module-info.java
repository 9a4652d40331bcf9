/**
 * What one LLM generation on OpenRouter was and cost: immutable values and pure rules, no
 * framework.
 */
module io.genledger.domain {
    requires static org.jspecify;

    exports io.genledger.domain.attribution;
    exports io.genledger.domain.audit;
    exports io.genledger.domain.completion;
    exports io.genledger.domain.cost;
    exports io.genledger.domain.finding;
    exports io.genledger.domain.generation;
    exports io.genledger.domain.ledger;
    exports io.genledger.domain.lineage;
    exports io.genledger.domain.metrics;
    exports io.genledger.domain.money;
    exports io.genledger.domain.period;
    exports io.genledger.domain.report;
    exports io.genledger.domain.routing;
    exports io.genledger.domain.token;
}
