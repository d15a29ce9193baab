# Sourced by each `run`: starts a simulator on a free port of loopback, waits
# until it listens, and stops it, by its own id, when the script ends. Sets
# `origin` and `key`. Run from the root of the workspace.

peers="${CARGO_TARGET_DIR:-target}/peers"
mkdir -p "$peers"
# With the features of the other tests, so that what is compiled for them is not compiled again.
cargo build --quiet --workspace --examples --bin sorakit
facts=$(mktemp)
"${CARGO_TARGET_DIR:-target}/debug/sorakit" simulate --port 0 --speed 200 --json >"$facts" &
simulator=$!
stop_all() {
    for process in "${more_processes[@]:-}" "$simulator"; do
        if [ -n "$process" ]; then kill "$process" 2>/dev/null || true; fi
    done
    wait 2>/dev/null || true
    rm -f "$facts"
}
trap stop_all EXIT

fact() {
    python3 -c 'import json, sys; value = json.load(open(sys.argv[1]))
for name in sys.argv[2].split("."): value = value[name]
print(value)' "$facts" "$1"
}
for _ in $(seq 100); do
    if [ -s "$facts" ]; then break; fi
    sleep 0.1
done
origin=$(fact url)
key=$(fact credentials.api_key)
