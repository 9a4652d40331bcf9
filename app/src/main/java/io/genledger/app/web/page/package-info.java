/** The routes that serve the page to browsers. */
@NullMarked
package io.genledger.app.web.page;

import org.jspecify.annotations.NullMarked;
