-- Signing keys take turns: each is published before it signs, and deleted when the last of its tokens has expired.

alter table gatehouse_signing_key add column replaces varchar(64); -- the key before; so that no two follow the same one
alter table gatehouse_signing_key add column activates_at timestamp(3) with time zone; -- when it may sign
alter table gatehouse_signing_key add column tokens_until timestamp(3) with time zone; -- when all of its tokens have expired

update gatehouse_signing_key set activates_at = created_at, tokens_until = current_timestamp + interval '30' day;

alter table gatehouse_signing_key alter column activates_at set not null;
alter table gatehouse_signing_key alter column tokens_until set not null;
alter table gatehouse_signing_key add constraint gatehouse_signing_key_replaces unique (replaces);
