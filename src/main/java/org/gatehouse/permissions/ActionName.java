package org.gatehouse.permissions;

import java.util.regex.Pattern;

/**
 * The three parts of an action's name, such as {@code plugin::users-permissions . user . me}: whose it is, the controller
 * and the action.
 */
record ActionName(String owner, String controller, String action) {

    private static final Pattern OF_COMPANY =
            Pattern.compile("(api|plugin)::[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int LONGEST = 255;

    static ActionName parse(String name) {
        var last = name.lastIndexOf('.');
        var middle = name.lastIndexOf('.', last - 1);
        return new ActionName(name.substring(0, middle), name.substring(middle + 1, last), name.substring(last + 1));
    }

    /**
     * The name as it is, if it can be one of a company's application.
     *
     * @throws IllegalArgumentException if it has another form, or is one of our own
     */
    static String ofCompany(String name) {
        if (!OF_COMPANY.matcher(name).matches() || name.length() > LONGEST || isOurs(name)) {
            throw new IllegalArgumentException("'" + name + "'");
        }
        return name;
    }

    static boolean isOurs(String name) {
        return name.startsWith(Action.PREFIX);
    }

    @Override
    public String toString() {
        return owner + "." + controller + "." + action;
    }
}
