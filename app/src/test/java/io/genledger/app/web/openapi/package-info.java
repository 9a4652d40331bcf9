@NullMarked
package io.genledger.app.web.openapi;

import org.jspecify.annotations.NullMarked;
