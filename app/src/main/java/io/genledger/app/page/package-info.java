/** The files of the page that people read in a browser. */
@NullMarked
package io.genledger.app.page;

import org.jspecify.annotations.NullMarked;
