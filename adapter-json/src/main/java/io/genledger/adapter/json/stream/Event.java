package io.genledger.adapter.json.stream;

import io.genledger.adapter.json.recognise.Look;

/**
 * One event of a stream.
 *
 * @param line the line on which it begins, from 1
 * @param look what it shows
 * @param bytes its JSON
 */
public record Event(long line, Look look, byte[] bytes) {}
