-- Signing keys take turns: each is published before it signs, and deleted when the last of its tokens has expired.

alter table gatehouse_signing_key add column replaces varchar(64); -- the key before; so that no two follow the same one
alter table gatehouse_signing_key add column activates_at datetime(3); -- when it may sign
alter table gatehouse_signing_key add column tokens_until datetime(3); -- when all of its tokens have expired

update gatehouse_signing_key set activates_at = created_at, tokens_until = utc_timestamp(3) + interval '30' day;

alter table gatehouse_signing_key modify activates_at datetime(3) not null;
alter table gatehouse_signing_key modify tokens_until datetime(3) not null;
alter table gatehouse_signing_key add constraint gatehouse_signing_key_replaces unique (replaces);
