/** Following log files in the background, its events and its state. */
@NullMarked
package io.genledger.app.service.follow;

import org.jspecify.annotations.NullMarked;
