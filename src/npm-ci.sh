#!/bin/sh
# Restores npm packages into FOLDER/node_modules. Several builds may come here at once, so the
# first one works and the others wait and then find nothing to do.
set -e
cd "$1"
mkdir -p obj
if command -v flock >/dev/null 2>&1; then
    exec 9>obj/npm.lock
    flock 9
fi
if [ -f node_modules/.restored ] && [ ! package-lock.json -nt node_modules/.restored ]; then
    exit 0
fi
npm ci --ignore-scripts --no-audit --no-fund
touch node_modules/.restored
