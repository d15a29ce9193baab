# Sourced by each script that needs LiteLLM's proxy: installs it, and sets `litellm` to its folder.
# Run from the root of the workspace.

# Newer ones name a package for their proxy that is not to be had.
version=1.108.7
litellm="${CARGO_TARGET_DIR:-target}/peers/litellm"
if [ "$(cat "$litellm/version.txt" 2>/dev/null)" != "$version" ]; then
    python3 -m venv --clear "$litellm"
    timeout 600 "$litellm/bin/python" -m pip install --quiet --disable-pip-version-check "litellm[proxy]==$version"
    echo "$version" >"$litellm/version.txt"
fi
export LITELLM_LOCAL_MODEL_COST_MAP=True LITELLM_TELEMETRY=False
