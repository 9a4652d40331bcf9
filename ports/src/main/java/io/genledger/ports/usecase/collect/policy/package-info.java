/**
 * The rules of collecting: how a claim is settled after a fetch, when it is tried again, and when
 * the whole run backs off.
 */
@NullMarked
package io.genledger.ports.usecase.collect.policy;

import org.jspecify.annotations.NullMarked;
