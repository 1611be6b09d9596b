/**
 * The HTTP contract that existing clients were written against, replayed case by case.
 *
 * <p>The cases are data ({@code contract/<group>.json}): what was sent to Strapi 5.54.0 and what came back, with the
 * parts that differ on every run written as {@code {{kind}}} or {@code {{kind name}}}. Where Gatehouse answers
 * differently on purpose, the case stands in {@code contract/differences.json} with the reason and what is expected
 * instead. What has to be true before a case is sent stands in the tables of
 * {@link org.gatehouse.contract.AccountGivens}, {@link org.gatehouse.contract.OptionGivens} and {@link
 * org.gatehouse.contract.UserGivens}. Nothing else decides.
 *
 * <p>Of the recorded groups that are replayed some cases are left out until what they ask for is there: A317 to A324
 * (sessions, refresh and logout) and F31 (connect).
 */
package org.gatehouse.contract;
