package org.gatehouse.platform;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;

/**
 * Finds the transaction manager of whichever server this is: by the JNDI names of Payara and WildFly, by Open Liberty's
 * factory. Hibernate's own detection does not look into a WAR's servers.
 */
public class ServersJtaPlatform extends AbstractJtaPlatform {

    private static final long serialVersionUID = 1;
    private static final List<String> NAMES = List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");
    private static final String LIBERTY_FACTORY = "com.ibm.tx.jta.TransactionManagerFactory";

    @Override
    protected TransactionManager locateTransactionManager() {
        for (var name : NAMES) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException e) {
                continue;
            }
        }
        try {
            return (TransactionManager) Class.forName(LIBERTY_FACTORY).getMethod("getTransactionManager").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the server's transaction manager could not be found", e);
        }
    }

    @Override
    protected UserTransaction locateUserTransaction() {
        return (UserTransaction) jndiService().locate("java:comp/UserTransaction");
    }
}
