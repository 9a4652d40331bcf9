/** Tests of exports. */
@NullMarked
package io.genledger.app.export;

import org.jspecify.annotations.NullMarked;
