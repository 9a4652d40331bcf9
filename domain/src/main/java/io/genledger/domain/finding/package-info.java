/**
 * What a reader should know about a record: named rules, each with a stable code and its evidence.
 */
@NullMarked
package io.genledger.domain.finding;

import org.jspecify.annotations.NullMarked;
