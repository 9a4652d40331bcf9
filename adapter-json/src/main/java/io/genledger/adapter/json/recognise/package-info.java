/** What a JSON document is, as its shape shows. */
@NullMarked
package io.genledger.adapter.json.recognise;

import org.jspecify.annotations.NullMarked;
