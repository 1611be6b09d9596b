package org.gatehouse.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A setting that an administrator changed. A null content means that it is empty on purpose. */
@Entity
@Table(name = "gatehouse_setting")
class StoredSetting {

    @Id
    private String name;

    private String content;

    protected StoredSetting() {
    }

    StoredSetting(String name, String content) {
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    String content() {
        return content;
    }
}
