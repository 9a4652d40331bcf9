package io.genledger.ports.quarantine;

import java.util.Optional;

/**
 * The place and reason of a document of a file that could not be decoded.
 *
 * @param file the file, as the user named it
 * @param line line of the fault in the file, from 1
 * @param field the field that cannot be decoded, as OpenRouter spells it; empty if the fault is not
 *     in one field
 * @param reason what was expected and what was found
 */
public record Rejection(String file, long line, Optional<String> field, String reason) {}
