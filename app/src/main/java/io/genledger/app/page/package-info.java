/** The page that people read in a browser: its files, and its overview as one file with answers. */
@NullMarked
package io.genledger.app.page;

import org.jspecify.annotations.NullMarked;
