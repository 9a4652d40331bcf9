/** Questions about money spent over many generations, and their answers. */
@NullMarked
package io.genledger.domain.report;

import org.jspecify.annotations.NullMarked;
