/** Tests of work in the background. */
@NullMarked
package io.genledger.app.service.follow;

import org.jspecify.annotations.NullMarked;
