/** Use cases of Genledger, and the ports through which they use sources, ledgers and queues. */
module io.genledger.ports {
    requires transitive io.genledger.domain;
    requires static transitive org.jspecify;

    exports io.genledger.ports.access;
    exports io.genledger.ports.alert;
    exports io.genledger.ports.document;
    exports io.genledger.ports.export;
    exports io.genledger.ports.lake;
    exports io.genledger.ports.ledger;
    exports io.genledger.ports.ledger.admin;
    exports io.genledger.ports.quarantine;
    exports io.genledger.ports.queue;
    exports io.genledger.ports.queue.admin;
    exports io.genledger.ports.report;
    exports io.genledger.ports.source;
    exports io.genledger.ports.tail;
    exports io.genledger.ports.usecase.access;
    exports io.genledger.ports.usecase.alert;
    exports io.genledger.ports.usecase.collect;
    exports io.genledger.ports.usecase.export;
    exports io.genledger.ports.usecase.inspect;
    exports io.genledger.ports.usecase.intake;
    exports io.genledger.ports.usecase.intake.files;
    exports io.genledger.ports.usecase.lake;
    exports io.genledger.ports.usecase.maintain;
    exports io.genledger.ports.usecase.queue;
    exports io.genledger.ports.usecase.report;
    exports io.genledger.ports.usecase.runtime;
    exports io.genledger.ports.usecase.track;
}
