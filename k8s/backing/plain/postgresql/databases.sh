# The databases of the platform and who may do what in them: the same as the launcher makes.
#
# The image's entry point reads this once, when the volume is empty and before it listens to anybody. `<name>_owner` owns a database
# and migrates it; `<name>`, the running service, reads and writes rows and can neither change tables nor pass by row-level security.

as_superuser() {
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username postgres "$@"
}

# The password is read by psql itself and so never stands in a list of processes.
role() {
    ROLE_PASSWORD_FILE="/etc/fairlead/roles/$1" as_superuser --dbname postgres --set role="$1" <<'SQL'
\set password `cat "$ROLE_PASSWORD_FILE"`
create role :"role" login password :'password';
SQL
}

database() {
    as_superuser --dbname postgres --set name="$1" --set owner="$2" <<'SQL'
create database :"name" owner :"owner";
revoke all on database :"name" from public;
SQL
}

for name in ais imagery sanctions cases gateway; do
    role "$name"
    role "${name}_owner"
    database "$name" "${name}_owner"
    as_superuser --dbname "$name" --set name="$name" --set owner="${name}_owner" <<'SQL'
grant connect, temporary on database :"name" to :"name";
grant usage on schema public to :"name";
alter default privileges for role :"owner" in schema public grant select, insert, update, delete on tables to :"name";
alter default privileges for role :"owner" in schema public grant usage, select on sequences to :"name";
alter default privileges for role :"owner" in schema public grant execute on functions to :"name";
SQL
done

role keycloak
database keycloak keycloak
