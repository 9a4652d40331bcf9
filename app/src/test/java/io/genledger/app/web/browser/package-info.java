/** The page in a real Chromium: what people see, press and read, over a real server. */
@NullMarked
package io.genledger.app.web.browser;

import org.jspecify.annotations.NullMarked;
