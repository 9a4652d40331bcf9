/** Tests of sending alerts to a webhook. */
@NullMarked
package io.genledger.adapter.http.alert;

import org.jspecify.annotations.NullMarked;
