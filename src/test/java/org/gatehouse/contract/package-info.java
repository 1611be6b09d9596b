/**
 * The HTTP contract that existing clients were written against, replayed case by case.
 *
 * <p>The cases are data ({@code contract/<group>.json}): what was sent to Strapi 5.54.0 and what came back, with the
 * parts that differ on every run written as {@code {{kind}}} or {@code {{kind name}}}. Where Gatehouse answers
 * differently on purpose, the case stands in {@code contract/differences.json} with the reason and what is expected
 * instead. What has to be true before a case is sent stands in the tables of
 * {@link org.gatehouse.contract.AccountGivens}, {@link org.gatehouse.contract.OptionGivens}, {@link
 * org.gatehouse.contract.UserGivens} and {@link org.gatehouse.contract.SessionGivens}. Nothing else decides.
 *
 * <p>Refresh tokens were recorded as JWTs and are opaque here, so {@code {{refreshToken}}} has the shape of ours. Which
 * one is sent is told by its name: that of an exchanged one, of a session that is over, of none at all.
 *
 * <p>Of the recorded groups that are replayed two cases are left out: F31 until there is what it asks for (connect), and
 * D66, which is no request but a look into the database.
 */
package org.gatehouse.contract;
