/** Access tokens of the server and the sessions begun with them, in two tables. */
@NullMarked
package io.genledger.adapter.sql.access;

import org.jspecify.annotations.NullMarked;
