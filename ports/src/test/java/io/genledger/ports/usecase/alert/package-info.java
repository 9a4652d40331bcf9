/** Tests of sending alerts. */
@NullMarked
package io.genledger.ports.usecase.alert;

import org.jspecify.annotations.NullMarked;
