# Makes a Keycloak that can be written to, with the realm it is to import: `start` fixes the database vendor in Keycloak's own files,
# and the image's file system is read-only.
set -euo pipefail

cp -R /opt/keycloak/. /home/keycloak/

realm="$(< /etc/fairlead/realm.json)"
fill() {
    realm="${realm//"{{$1}}"/"$2"}"
}
fill publicUrl "$PUBLIC_URL"
# Browsers take localhost and its address for two places.
fill publicUrlByAddress "${PUBLIC_URL/localhost/127.0.0.1}"
fill gatewayClientSecret "$GATEWAY_CLIENT_SECRET"
fill servicesClientSecret "$SERVICES_CLIENT_SECRET"

mkdir -p /home/keycloak/data/import
printf '%s\n' "$realm" > /home/keycloak/data/import/fairlead-realm.json
