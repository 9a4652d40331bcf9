@NullMarked
package io.genledger.app.web.connection;

import org.jspecify.annotations.NullMarked;
