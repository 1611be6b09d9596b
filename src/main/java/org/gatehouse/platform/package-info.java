/**
 * What every other room stands on: how an error becomes an answer, how settings are read, how a request is parsed,
 * limited and identified, how a unit of work becomes a transaction, and how the application starts.
 *
 * <p>Nothing here knows a user, a role or a mail. A room says <em>what</em> went wrong with an {@link
 * org.gatehouse.platform.ErrorCode}; {@link org.gatehouse.platform.ErrorMapper} alone decides how that looks on the
 * wire. A room declares its {@link org.gatehouse.platform.SettingKey}s; {@link org.gatehouse.platform.Settings} alone
 * knows where their values come from.
 */
package org.gatehouse.platform;
