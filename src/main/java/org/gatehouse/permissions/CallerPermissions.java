package org.gatehouse.permissions;

import jakarta.enterprise.context.RequestScoped;
import java.lang.reflect.Method;
import java.util.Set;

/** What the caller of the request in hand may do besides what they are doing, for answers that depend on it. */
@RequestScoped
public class CallerPermissions {

    private Set<String> actions = Set.of();

    protected CallerPermissions() {
    }

    /** Whether the caller's role allows one of our own actions, such as {@code role.find}. */
    public boolean allow(String action) {
        return actions.contains(Action.PREFIX + action);
    }

    /**
     * Goes on only if the caller's role allows what a resource method does.
     *
     * @throws org.gatehouse.platform.ApiException 403 if it does not, or if the method names no action
     */
    public void require(Method resourceMethod) {
        var action = resourceMethod.getAnnotation(Action.class);
        if (action == null || !allow(action.value())) {
            throw PermissionError.FORBIDDEN.exception();
        }
    }

    Set<String> actions() {
        return actions;
    }

    void are(Set<String> allowed) {
        actions = allowed;
    }
}
