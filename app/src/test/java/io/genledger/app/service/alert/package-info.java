/** Tests of sending alerts in the background. */
@NullMarked
package io.genledger.app.service.alert;

import org.jspecify.annotations.NullMarked;
