/**
 * Who did what, when, from where and with what result. Rooms hand over facts as plain values; none of them is ever a
 * secret. Each fact becomes a row that can be searched and a line in the server's log.
 */
package org.gatehouse.audit;
