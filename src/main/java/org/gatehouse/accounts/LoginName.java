package org.gatehouse.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A name that one account alone has; the primary key is what makes sure. */
@Entity
@Table(name = "gatehouse_login_name")
class LoginName {

    @Id
    private String name;

    @Column(name = "user_id")
    private long userId;

    protected LoginName() {
    }

    LoginName(String name, long userId) {
        this.name = name;
        this.userId = userId;
    }
}
