@NullMarked
package io.genledger.app.web.answer;

import org.jspecify.annotations.NullMarked;
