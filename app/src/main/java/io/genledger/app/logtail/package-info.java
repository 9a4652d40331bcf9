/** Files on this machine that others write. */
@NullMarked
package io.genledger.app.logtail;

import org.jspecify.annotations.NullMarked;
