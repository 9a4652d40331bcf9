/** Tests of the routes that serve the page. */
@NullMarked
package io.genledger.app.web.page;

import org.jspecify.annotations.NullMarked;
