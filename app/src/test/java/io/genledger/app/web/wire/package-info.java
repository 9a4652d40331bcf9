@NullMarked
package io.genledger.app.web.wire;

import org.jspecify.annotations.NullMarked;
