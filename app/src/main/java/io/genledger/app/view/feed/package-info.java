/** What a server receives from Broadcast, and what it sends to its clients by itself. */
@NullMarked
package io.genledger.app.view.feed;

import org.jspecify.annotations.NullMarked;
