/** Tests of the stream of events. */
@NullMarked
package io.genledger.app.web.live;

import org.jspecify.annotations.NullMarked;
