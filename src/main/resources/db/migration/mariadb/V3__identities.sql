-- Who people are at the providers they log in through. An account may have several; one belongs to one account.

create table gatehouse_identity (
    id            bigint auto_increment primary key,
    user_id       bigint       not null references gatehouse_user (id) on delete cascade,
    provider      varchar(64)  not null,
    issuer        varchar(255) not null,
    subject       varchar(255) not null,
    label         varchar(255), -- what the provider calls the person, for people to recognise it
    created_at    datetime(3) not null,
    last_login_at datetime(3) not null,
    encrypted_tokens longtext,     -- the provider's tokens, where the operator keeps them
    unique (provider, issuer, subject)
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_identity_user on gatehouse_identity (user_id);

-- Whether the owner of the account has really been seen to have the address: by a mail, or by a provider's word.
alter table gatehouse_user add column email_proven boolean default false not null;

-- What a login with a provider hands over to the front end: only the SHA-256, and for whom it is, encrypted.
create table gatehouse_ticket (
    hash              char(64)    primary key,
    audience          varchar(64) not null,
    encrypted_content longtext    not null,
    expires_at        datetime(3) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_ticket_expiry on gatehouse_ticket (expires_at);

-- Values that have been used and must not be used again: only their SHA-256.
create table gatehouse_used_value (
    hash       char(64) primary key,
    expires_at datetime(3) not null
) character set utf8mb4 collate utf8mb4_nopad_bin;
create index gatehouse_used_value_expiry on gatehouse_used_value (expires_at);

insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.getIdentities' from gatehouse_role where type = 'authenticated';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.linkIdentity' from gatehouse_role where type = 'authenticated';
insert into gatehouse_permission (role_id, action) select id, 'plugin::users-permissions.auth.unlinkIdentity' from gatehouse_role where type = 'authenticated';
