/** The port that reads entries one by one for exports. */
@NullMarked
package io.genledger.ports.export;

import org.jspecify.annotations.NullMarked;
