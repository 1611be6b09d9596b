-- Roles, the actions they allow, and the people who have them.

create table gatehouse_role (
    id           bigint auto_increment primary key,
    document_id  varchar(24)  not null unique,
    name         varchar(255) not null,
    description  varchar(1000),
    type         varchar(255) not null unique,
    version      bigint       not null default 0, -- grows with every change of the role's permissions
    created_at   datetime(3) not null,
    updated_at   datetime(3) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table gatehouse_permission (
    role_id bigint       not null references gatehouse_role (id) on delete cascade,
    action  varchar(255) not null,
    primary key (role_id, action)
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- The two roles that every installation begins with.
insert into gatehouse_role (document_id, name, description, type, created_at, updated_at) values
    ('authenticatedauthenticat', 'Authenticated', 'Default role given to authenticated user.', 'authenticated', utc_timestamp(3), utc_timestamp(3)),
    ('publicpublicpublicpublic', 'Public', 'Default role given to unauthenticated user.', 'public', utc_timestamp(3), utc_timestamp(3));


insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.logout' from gatehouse_role where type = 'authenticated';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.getSessions' from gatehouse_role where type = 'authenticated';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.revokeSession' from gatehouse_role where type = 'authenticated';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.changePassword' from gatehouse_role where type = 'authenticated';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.user.me' from gatehouse_role where type = 'authenticated';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.callback' from gatehouse_role where type = 'public';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.connect' from gatehouse_role where type = 'public';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.forgotPassword' from gatehouse_role where type = 'public';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.resetPassword' from gatehouse_role where type = 'public';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.register' from gatehouse_role where type = 'public';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.emailConfirmation' from gatehouse_role where type = 'public';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.sendEmailConfirmation' from gatehouse_role where type = 'public';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.refresh' from gatehouse_role where type = 'public';

create table gatehouse_user (
    id            bigint auto_increment primary key,
    document_id   varchar(24)  not null unique,
    username      varchar(255) not null,
    email         varchar(254),
    provider      varchar(64)  not null,
    password_hash varchar(255),
    confirmed     boolean      not null,
    blocked       boolean      not null,
    role_id       bigint references gatehouse_role (id),
    token_version bigint       not null default 0, -- tokens that carry a smaller one have ended
    attributes    longtext,                            -- JSON object of the operator's own attributes
    created_at    datetime(3) not null,
    updated_at    datetime(3) not null,
    published_at  datetime(3) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_user_email on gatehouse_user (email);
create index gatehouse_user_role on gatehouse_user (role_id);

-- Whoever holds a name here holds it alone: user names and e-mail addresses share one namespace.
create table gatehouse_login_name (
    name    varchar(768) primary key,
    user_id bigint       not null references gatehouse_user (id) on delete cascade
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_login_name_user on gatehouse_login_name (user_id);

-- What administrators changed; everything else has its packaged default.
create table gatehouse_setting (
    name  varchar(255) primary key,
    content longtext
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- One row; every change of a setting adds one, and nodes that see it grow read the settings anew.
create table gatehouse_settings_version (
    id      smallint primary key,
    version bigint not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
insert into gatehouse_settings_version (id, version) values (1, 0);

-- Codes that work once: only their SHA-256 is here.
create table gatehouse_one_time_code (
    hash       char(64)     primary key,
    purpose    varchar(32)  not null,
    subject    varchar(64)  not null,
    expires_at datetime(3) not null,
    unique (purpose, subject)
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_one_time_code_expiry on gatehouse_one_time_code (expires_at);

-- Logins that are kept alive by refresh tokens.
create table gatehouse_session (
    id             char(36)     primary key,
    subject        varchar(64)  not null,
    device_id      varchar(255),
    device_name    varchar(255),
    login_at       datetime(3) not null,
    last_active_at datetime(3) not null,
    idle_at        datetime(3) not null, -- when it is over unless it is used before
    expires_at     datetime(3) not null  -- when it is over in any case
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_session_subject on gatehouse_session (subject);
create index gatehouse_session_idle on gatehouse_session (idle_at);

-- Refresh tokens, those that were exchanged as well: only their SHA-256.
create table gatehouse_refresh_token (
    hash       char(64) primary key,
    session_id char(36) not null references gatehouse_session (id) on delete cascade,
    used_at    datetime(3)
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_refresh_token_session on gatehouse_refresh_token (session_id);

-- Keys that sign access tokens; the private part is encrypted.
create table gatehouse_signing_key (
    kid           varchar(64)  primary key,
    algorithm     varchar(16)  not null,
    encrypted_jwk longtext         not null,
    created_at    datetime(3) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;

-- Mail that has not left yet.
create table gatehouse_outbox_message (
    id              char(36)     primary key,
    encrypted_body  longtext         not null,
    created_at      datetime(3) not null,
    next_attempt_at datetime(3) not null,
    attempts        integer      not null default 0,
    given_up        boolean      not null default false,
    last_error      varchar(500)
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_outbox_message_due on gatehouse_outbox_message (given_up, next_attempt_at);

create table gatehouse_audit_event (
    id         bigint auto_increment primary key,
    happened_at datetime(3) not null,
    action     varchar(64)  not null,
    outcome    varchar(32)  not null,
    subject    varchar(64),
    address    varchar(64),
    request_id varchar(64),
    detail     varchar(500)
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_audit_event_time on gatehouse_audit_event (happened_at);

-- Counters of the rate limit, for nodes that share them.
create table gatehouse_rate_limit (
    bucket  varchar(128) primary key,
    hits    integer      not null,
    ends_at datetime(3) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_rate_limit_end on gatehouse_rate_limit (ends_at);
