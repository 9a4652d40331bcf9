/** The commands simulate and demo, which play OpenRouter on loopback. */
@NullMarked
package io.genledger.app.cli.simulate;

import org.jspecify.annotations.NullMarked;
