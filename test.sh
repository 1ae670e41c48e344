#!/usr/bin/env bash
# Runs every test of the project, and the two commands of the README. Needs the .NET SDK and, for the packages, either
# access to them or a filled cache. What else a test needs is installed here when it is missing.
# Prints "N passed, N failed" last; its exit status is 0 when nothing failed.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

report() { # report NAME STATUS
  if [ "$2" -eq 0 ]; then passed=$((passed + 1)); echo "passed: $1"; else failed=$((failed + 1)); echo "FAILED: $1"; fi
}

install() { # install WITHOUT PACKAGE…, where WITHOUT says what comes of their absence
  local without=$1 as_root=(); shift
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$work/apt.txt" 2>&1 \
    || { tail -3 "$work/apt.txt"; echo "test.sh: $* could not be installed, so $without; install them by hand"; } >&2
}

# The tests of the page drive a browser, which must have Chinese fonts.
if [ ! -x "${CITYSEARCH_CHROMIUM:-/usr/bin/chromium}" ] || ! fc-list :lang=zh 2>/dev/null | grep -q .; then
  install "the tests of the page will fail" chromium fontconfig fonts-noto-cjk
fi

# The tests of the console look at a terminal.
if ! command -v tmux >/dev/null || ! command -v less >/dev/null; then
  install "the pictures of the console are not compared" tmux less
fi

dotnet build -c Release -warnaserror; report "the solution builds without warnings" $?

for project in tests/*.Tests/*.csproj; do
  dotnet test -c Release --no-build --project "$project" >"$work/tests.txt" 2>&1
  status=$?
  cat "$work/tests.txt"
  p=$(sed -n 's/^ *succeeded: *\([0-9]*\).*/\1/p' "$work/tests.txt" | tail -1)
  f=$(sed -n 's/^ *failed: *\([0-9]*\).*/\1/p' "$work/tests.txt" | tail -1)
  passed=$((passed + ${p:-0}))
  failed=$((failed + ${f:-0}))
  if [ $status -ne 0 ] && [ "${f:-0}" -eq 0 ]; then report "$project ran to its end" 1; fi
done

# The first command of the README, with an index folder of its own, and the same again over the built index.
first=$(dotnet run -c Release --project src/CitySearch.Cli -- search 城市大脑 --index "$work/index" 2>"$work/errors")
[ $? -eq 0 ] && grep -q '«城市大脑»' <<<"$first"; report "README: the first command prints highlighted hits" $?
again=$(dotnet run -c Release --project src/CitySearch.Cli -- search 城市大脑 --index "$work/index" 2>/dev/null | tail -n +2)
[ "$again" = "$(tail -n +2 <<<"$first")" ]; report "README: the first command prints the same again" $?
dotnet run -c Release --project src/CitySearch.Cli -- index --index "$work/index" --json 2>/dev/null | grep -q '"added":0,"updated":0,"removed":0'
report "a second indexing run over an unchanged corpus touches nothing" $?
wanted=$(grep -c 'dotnet run -c Release --project src/CitySearch.Cli -- search 城市大脑' README.md README.zh-CN.md | grep -vc ':0$')
[ "$wanted" -eq 2 ]; report "both READMEs show the first command" $?

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
