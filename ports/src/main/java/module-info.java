/**
 * The hexagon's edge: what Genledger needs from the world, what it offers, and the order of steps
 * in between.
 */
module io.genledger.ports {
    requires transitive io.genledger.domain;
    requires static transitive org.jspecify;

    exports io.genledger.ports;
    exports io.genledger.ports.usecase;
}
