# Makes what is missing and leaves what is there, so it may run again whenever topics.txt grows.
set -euo pipefail

while read -r topic policy; do
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --create --if-not-exists \
        --topic "$topic" --partitions 4 --replication-factor 1 --config "cleanup.policy=$policy" < /dev/null
done < /etc/fairlead/topics.txt
