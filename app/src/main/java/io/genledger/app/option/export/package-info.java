/** The options of exports. */
@NullMarked
package io.genledger.app.option.export;

import org.jspecify.annotations.NullMarked;
