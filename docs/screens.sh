#!/usr/bin/env bash
# Makes the pictures in docs/screens anew from the running demo.
set -euo pipefail
cd "$(dirname "$0")/.."
SCC_SCREENS=docs/screens dotnet test --project ShipCaptainCrew.E2E --filter-class '*ScreensTests'
