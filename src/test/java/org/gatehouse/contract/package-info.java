/**
 * The HTTP contract that existing clients were written against, replayed case by case.
 *
 * <p>The cases are data ({@code contract/<group>.json}): what was sent to Strapi 5.54.0 and what came back, with the
 * parts that differ on every run written as {@code {{kind}}} or {@code {{kind name}}}. Where Gatehouse answers
 * differently on purpose, the case stands in {@code contract/differences.json} with the reason and what is expected
 * instead. What has to be true before a case is sent stands in the tables of
 * {@link org.gatehouse.contract.AccountGivens} and {@link org.gatehouse.contract.OptionGivens}. Nothing else decides.
 */
package org.gatehouse.contract;
