@NullMarked
package io.genledger.app.service.lake;

import org.jspecify.annotations.NullMarked;
