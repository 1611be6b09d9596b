/** What an operator adds to the WAR as a jar of their own; here, the password rule that the recording was made with. */
package org.gatehouse.contract.rule;
