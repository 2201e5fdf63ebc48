# shellcheck shell=bash
# What the benchmarks share: a database with the shipped settings, Muster on it, and rows of a table.
# Everything lies in one temporary folder and is gone when the script ends, also by Ctrl-C.
set -Eeuo pipefail

bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$bench/../target/muster.jar
work=$(mktemp -d)
# The launcher keeps there what starts faster the next time.
export XDG_CACHE_HOME=$work/caches
started=()
# The launcher would take flags for its child from there.
unset JAVA_OPTS MUSTER_JAVA_OPTS MUSTER_HOME MUSTER_URL MANAGEMENT_PORT DATABASE_URL

# Answers once they are gone, so that nothing writes where the folder is removed.
stop() {
  local pid
  for pid in "$@"; do
    kill "$pid" 2> /dev/null || continue
    gone "$pid"
  done
}
gone() { for _ in $(seq 300); do kill -0 "$1" 2> /dev/null || return 0; sleep 0.1; done; }

clean() {
  trap '' INT TERM
  stop "${started[@]}"
  # SIGINT: without waiting for connections.
  if [ -f "$work/postgres/data/postmaster.pid" ]; then
    local server
    server=$(head -1 "$work/postgres/data/postmaster.pid")
    kill -INT "$server" 2> /dev/null || true
    gone "$server"
  fi
  rm -rf "$work"
}
trap clean EXIT
trap 'echo "$0: line $LINENO failed: $BASH_COMMAND" >&2' ERR
trap 'exit 130' INT
trap 'exit 143' TERM

say() { echo "$*" >&2; }
fail() { say "$*"; exit 1; }

# need COMMAND PACKAGE [COMMAND PACKAGE …]
need() {
  local missing=()
  while [ $# -gt 0 ]; do
    command -v "$1" > /dev/null || missing+=("$2")
    shift 2
  done
  [ ${#missing[@]} = 0 ] || { say "Missing: apt-get install $(printf '%s\n' "${missing[@]}" | sort -u | xargs)"; exit 2; }
  [ -f "$jar" ] || { say "Build the jar first: mvn -q -DskipTests package"; exit 2; }
}

# The java of a JDK 25, where Muster's launcher looks too.
java25() {
  local release version
  for release in "${MUSTER_JAVA_HOME:-/nowhere}"/release "${JAVA_HOME:-/nowhere}"/release /usr/lib/jvm/*/release \
    /opt/*/release "$HOME"/.sdkman/candidates/java/*/release "$HOME"/.jdks/*/release; do
    [ -x "${release%release}bin/java" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release" 2> /dev/null)
    if [ "${version:-0}" -ge 25 ]; then echo "${release%release}bin/java"; return; fi
  done
  say "Missing: a JDK 25, such as Temurin (https://adoptium.net), in JAVA_HOME or /usr/lib/jvm"
  exit 2
}

# The flags of the image's entry point.
container_flags() {
  sed -n 's/^ENTRYPOINT \["java", \(.*\), "-jar".*/\1/p' "$bench/../../Dockerfile" \
    | tr -d '",' | sed "s#/app/muster.aot#$work/muster.aot#"
}
# What the image's build leaves beside the jar.
rehearse() {
  local flags
  read -ra flags <<< "$(container_flags | sed 's/-XX:AOTCache=/-XX:AOTCacheOutput=/')"
  "$java" "${flags[@]}" -jar "$jar" rehearse > "$work/rehearsal.log" 2>&1 || { cat "$work/rehearsal.log" >&2; fail "The rehearsal failed"; }
}
# Only then the launcher starts another Java, with flags of its own.
java_is_old() { [ "$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')" -lt 25 ]; }

# The drivers are single files of Java; their own garbage must not cost Muster a core.
driver() { local name=$1; shift; "$java" -XX:+UseSerialGC -Xmx128m "$bench/$name.java" "$@"; }

# The process that is Muster: the launcher's child where java is older than 25.
jvm_of() { pgrep -P "$1" -f dev.muster.bot.Main || echo "$1"; }

# muster [COMMAND …]: starts Muster, by "java -jar" unless a command is given, and waits until it is
# ready. Sets $muster (its JVM) and $url.
muster() {
  [ $# -gt 0 ] || set -- java -jar "$jar"
  local log=$work/muster.log pid
  : > "$log"
  BIND=127.0.0.1 PORT=0 MUSTER_LOG=text MUSTER_DATA=$work DEMO_KEY=demo MUSTER_API_TOKEN=bench "$@" > "$log" 2>&1 &
  pid=$!
  started+=("$pid")
  until grep -q 'ready: ' "$log"; do
    kill -0 "$pid" 2> /dev/null || { cat "$log" >&2; fail "Muster did not start"; }
    sleep 0.1
  done
  # shellcheck disable=SC2034 # for those who source this
  url=$(sed -n 's/.*ready: \(http[^ ]*\)\/$/\1/p' "$log")
  muster=$(jvm_of "$pid")
}

stop_muster() { stop "${started[-1]}"; unset 'started[-1]'; }

# Embedded PostgreSQL with the settings that Muster gives it, fsync and all: it outlives its Muster
# when that is killed. Sets DATABASE_URL, and for psql PGHOST and so on.
database() {
  muster
  kill -KILL "$muster"
  stop_muster 2> /dev/null
  PGHOST=127.0.0.1 PGUSER=muster PGDATABASE=muster
  PGPORT=$(cat "$work/postgres/port")
  PGPASSWORD=$(cat "$work/postgres/password")
  DATABASE_URL=postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE
  export PGHOST PGUSER PGDATABASE PGPORT PGPASSWORD DATABASE_URL
}

sql() { psql -XqAt -v ON_ERROR_STOP=1 -c "$1"; }

# A team of 40 people (each may run ten commands a second) and 50 channels with a route each; with
# "slack", a thousand people, people and channels known to Slack, and a schedule.
team() {
  MUSTER_HOME=$work/team
  export MUSTER_HOME
  mkdir -p "$MUSTER_HOME"
  local people=40 person='' channel=''
  [ "${1:-}" != slack ] || { people=1000 person=', slack: U%05d' channel='slack: C%05d'; }
  {
    printf 'apiVersion: muster/v1\nname: Benchmark\ntimezone: Africa/Nairobi\npeople:\n'
    # shellcheck disable=SC2059 # where the number goes is in the variable
    for n in $(seq 0 $((people - 1))); do printf "  p$n: {name: Person $n$person, roles: [admin]}\n" "$n"; done
    printf 'roles:\n  admin: ["*"]\nseverities:\n  - {name: high, from: [critical, high, medium, low, info]}\nchannels:\n'
    # shellcheck disable=SC2059
    for n in $(seq 0 49); do printf "  c$n: {$channel}\n" "$n"; done
    # shellcheck disable=SC2016 # Muster replaces it
    printf 'integrations:\n  bench: {source: alertmanager, key: "${env:BENCH_KEY}"}\nroutes:\n'
    for n in $(seq 0 49); do echo "  - {match: {place: c$n}, incident: {channel: c$n, groupBy: [alertname]}}"; done
    [ -z "$channel" ] || echo 'schedules: {primary: {layers: [{rotation: [p0, p1, p2, p3], every: 1 week, start: 2026-01-05T09:00}]}}'
  } > "$MUSTER_HOME/muster.yaml"
  export BENCH_KEY=bench
}

# Milliseconds of processor time of a process, and of all PostgreSQL processes of this database.
ticks=$(getconf CLK_TCK)
cpu_of() { sed 's/.*) //' "/proc/$1/stat" | awk -v t="$ticks" '{print int(($12 + $13) * 1000 / t)}'; }
cpu_postgres() {
  local server total pid
  server=$(head -1 "$work/postgres/data/postmaster.pid")
  # The children that have ended count at the parent.
  total=$(sed 's/.*) //' "/proc/$server/stat" | awk -v t="$ticks" '{print int(($12 + $13 + $14 + $15) * 1000 / t)}')
  for pid in $(pgrep -P "$server"); do total=$((total + $(cpu_of "$pid" 2> /dev/null || echo 0))); done
  echo "$total"
}
rss_of() { awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$1/status"; }

calc() { awk "BEGIN {printf \"${2:-%.2f}\", ($1)}"; }
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

header() {
  [ -n "${BENCH_HEADED:-}" ] || printf '| name | figure | limit or peer | ratio | target met? |\n|---|---|---|---|---|\n'
}
# row NAME FIGURE PEER RATIO MET
row() { printf '| %s | %s | %s | %s | %s |\n' "$@"; }
# at_most NAME VALUE LIMIT UNIT: the ratio is the part of the limit that was used.
at_most() {
  row "$1" "$2 $4" "at most $3 $4" "$(calc "$2 / $3")" "$(calc "$2 <= $3" %d | sed 's/1/yes/; s/0/**no**/')"
}
at_least() {
  row "$1" "$2" "$3" "$4" "$(calc "$4 >= $5" %d | sed 's/1/yes/; s/0/**no**/')"
}

java=$(java25)
