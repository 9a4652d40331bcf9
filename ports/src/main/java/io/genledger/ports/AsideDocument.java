package io.genledger.ports;

/**
 * A body that was kept aside because it could not be recorded under the id that was asked for.
 *
 * @param answer what is wrong with it, and when it came last
 * @param times how often it came, byte for byte
 * @param document the body, as it came last
 */
public record AsideDocument(LastAnswer answer, int times, MetadataDocument document) {}
