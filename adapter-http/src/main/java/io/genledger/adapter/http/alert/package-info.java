/** Sending messages to a webhook, signed. */
@NullMarked
package io.genledger.adapter.http.alert;

import org.jspecify.annotations.NullMarked;
