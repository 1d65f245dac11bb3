#!/bin/sh
# Run the suite in two processes side by side, then check how much of the code it ran.
# Environment: PY, COVERAGE_DIR, WINDOW_TESTS, PLAIN_TESTS. Arguments go to pytest.
set -u
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"

rm -rf "$COVERAGE_DIR"
mkdir -p "$COVERAGE_DIR"

suite() { # name, directories, arguments of pytest
    name=$1 directories=$2
    shift 2
    # shellcheck disable=SC2086  # a list of directories without blanks in their names
    COVERAGE_FILE="$COVERAGE_DIR/$name" "$PY" -m pytest $directories --cov --cov-report= -o "cache_dir=.pytest_cache/$name" "$@"
}

window_log="$COVERAGE_DIR/log-of-window.txt" # not "window.…": coverage clears those
window=0 plain=0 pid=
stop() { [ -z "$pid" ] || kill "$pid" 2>/dev/null; exit 130; }
trap stop INT TERM
if [ -n "$WINDOW_TESTS" ]; then
    suite window "$WINDOW_TESTS" "$@" >"$window_log" 2>&1 &
    pid=$!
fi
echo "== without a window: $PLAIN_TESTS"
suite plain "$PLAIN_TESTS" "$@" || plain=$?
if [ -n "$pid" ]; then
    wait "$pid" || window=$?
    echo "== with a window: $WINDOW_TESTS"
    cat "$window_log"
fi

# 5: nothing was collected, as when -k chooses tests of one set only.
[ "$plain" -ne 5 ] || [ "$#" -eq 0 ] || plain=0
[ "$window" -ne 5 ] || [ "$#" -eq 0 ] || window=0
if [ "$plain" -ne 0 ] || [ "$window" -ne 0 ]; then
    echo "Tests failed (without a window: $plain, with a window: $window)." >&2
    exit 1
fi
if [ "$#" -ne 0 ]; then
    echo "Coverage is checked only when the whole suite runs."
    exit 0
fi

export COVERAGE_FILE="$COVERAGE_DIR/all"
"$PY" -m coverage combine --quiet "$COVERAGE_DIR/plain" "$COVERAGE_DIR/window" || exit 1
"$PY" -m coverage html --quiet --directory "$COVERAGE_DIR/html" || exit 1
status=0
gate() { # name, least per cent, options of coverage report
    name=$1 least=$2
    shift 2
    if "$PY" -m coverage report --skip-covered --skip-empty "$@" --fail-under="$least" >"$COVERAGE_DIR/$name.txt"; then
        echo "coverage of $name: $(awk '/^TOTAL/ {print $NF}' "$COVERAGE_DIR/$name.txt") (at least $least%)"
    else
        cat "$COVERAGE_DIR/$name.txt"
        echo "coverage of $name is below $least%." >&2
        status=1
    fi
}
gate core 90 --omit='rustok_desktop/gui/*'
gate catalog 95 --include='rustok_desktop/commerce/*,rustok_desktop/taxonomy/*,rustok_desktop/media/*,rustok_desktop/history/*'
gate content 95 --include='rustok_desktop/content/*'
gate window 90 --include='rustok_desktop/gui/*'
exit $status
