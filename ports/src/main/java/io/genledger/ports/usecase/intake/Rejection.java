package io.genledger.ports.usecase.intake;

import java.util.Optional;

/**
 * Names a document that could not be read.
 *
 * @param file the file it stands in, as the user named it
 * @param line the line of the fault, from 1
 * @param field the field that cannot be read, if it is one
 * @param reason what was expected and what was found
 */
public record Rejection(String file, long line, Optional<String> field, String reason) {}
