/** Errors as problem documents of RFC 9457, in sentences for the caller. */
@NullMarked
package io.genledger.app.web.problem;

import org.jspecify.annotations.NullMarked;
