/** The speed of an import, against a raw load of finished rows. */
@NullMarked
package io.genledger.app.bench.load;

import org.jspecify.annotations.NullMarked;
