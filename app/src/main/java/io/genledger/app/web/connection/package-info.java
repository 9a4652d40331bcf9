/** What connections may do before a request is complete: how many, how slowly, in which framing. */
@NullMarked
package io.genledger.app.web.connection;

import org.jspecify.annotations.NullMarked;
