/** Where metadata documents come from, how often they may be fetched, and why a fetch fails. */
@NullMarked
package io.genledger.ports.source;

import org.jspecify.annotations.NullMarked;
