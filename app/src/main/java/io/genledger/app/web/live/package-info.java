/** The stream of what is recorded and of the queue, as server-sent events. */
@NullMarked
package io.genledger.app.web.live;

import org.jspecify.annotations.NullMarked;
