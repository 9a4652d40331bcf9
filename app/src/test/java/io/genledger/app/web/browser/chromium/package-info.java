/** Chromium on this machine, its tabs, and rules that hold on every screen. */
@NullMarked
package io.genledger.app.web.browser.chromium;

import org.jspecify.annotations.NullMarked;
