/** Showing one generation and its history, and auditing all generations. */
@NullMarked
package io.genledger.ports.usecase.inspect;

import org.jspecify.annotations.NullMarked;
