@NullMarked
package io.genledger.app.option;

import org.jspecify.annotations.NullMarked;
