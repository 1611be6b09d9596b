-- Logins look for the exact user name, which among a million users takes an index.
create index gatehouse_user_username on gatehouse_user (username);
