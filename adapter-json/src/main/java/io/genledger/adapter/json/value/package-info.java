/** Single values: from a JSON scalar to a value of the domain, within fixed limits. */
@NullMarked
package io.genledger.adapter.json.value;

import org.jspecify.annotations.NullMarked;
