# What the server scripts share. Sourced, never run.
set -euo pipefail

fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# Reads --data, --port, --password-file and the named flags into variables.
read_arguments() {
  data='' port='' password_file='' durable=1
  while (($#)); do
    case $1 in
      --data) data=${2:?--data needs a folder}; shift 2 ;;
      --port) port=${2:?--port needs a number}; shift 2 ;;
      --password-file) password_file=${2:?--password-file needs a file}; shift 2 ;;
      --no-fsync) durable=0; shift ;;
      *) fail "unknown argument $1 (known: --data DIR --port P --password-file F [--no-fsync])" ;;
    esac
  done
  [[ $data && $port && $password_file ]] || fail 'needs --data DIR --port P --password-file F'
  [[ -s $password_file ]] || fail "the password file $password_file is missing or empty"
  mkdir -p "$data"
  data=$(cd "$data" && pwd -P)
  password=$(<"$password_file")
  # The caller's folder may be closed to the user that a server runs as.
  cd /
}

# True when nothing accepts connections on the loopback port.
port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A free port below the range the kernel hands to outgoing connections, so that none of those takes it meanwhile.
free_port() {
  local candidate
  for _ in {1..200}; do
    candidate=$((20000 + SRANDOM % 12000))
    if port_is_free "$candidate"; then echo "$candidate"; return; fi
  done
  fail 'found no free port between 20000 and 32000'
}

# Runs one server below this script and hands signals on: stop_signal is what makes the server shut down at once and
# cleanly. When this script itself is killed the kernel kills the server, so that nothing is left behind.
run_server() {
  local stop_signal=$1 child status=0 stopping=0
  shift
  setpriv --pdeathsig KILL -- "$@" &
  child=$!
  trap 'stopping=1; kill -s "$stop_signal" "$child" 2>/dev/null || true' TERM INT HUP
  while :; do
    status=0
    wait "$child" || status=$?
    # A wait that a signal cut short says nothing about the server.
    kill -0 "$child" 2>/dev/null || break
  done
  ((stopping)) && return 0
  return "$status"
}
