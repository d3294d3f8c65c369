#!/usr/bin/env bash
# Builds everything, runs every test (those that need a real server too), and ends with the line "N passed, N failed".
# A skipped test counts as a failure here: on a developer's machine `dotnet test` skips what it lacks and says so.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 INSTRUMENTATION_REQUIRE_SERVERS=1

eng/install-servers.sh || { echo "The servers that tests need could not be installed."; exit 1; }
dotnet build Instrumentation.sln -c Release -v quiet --nologo || exit 1

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet test Instrumentation.sln -m:1 -c Release --no-build --nologo --logger trx --results-directory "$results" --blame-hang-timeout 10m --blame-hang-dump-type none
outcome=$?

count() { cat "$results"/*.trx | grep -oE "<Counters [^>]*" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'; }
total=$(count total) passed=$(count passed)
failed=$((total - passed))
[ "$total" -gt 0 ] || { echo "No test ran."; exit 1; }
echo "$passed passed, $failed failed"
[ "$outcome" -eq 0 ] && [ "$failed" -eq 0 ]
