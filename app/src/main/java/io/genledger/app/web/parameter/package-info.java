/** The options of the command line as parameters of a URL. */
@NullMarked
package io.genledger.app.web.parameter;

import org.jspecify.annotations.NullMarked;
