@NullMarked
package io.genledger.app.option.report;

import org.jspecify.annotations.NullMarked;
