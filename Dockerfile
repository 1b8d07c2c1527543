# Needs BuildKit (Docker 23 or later). The base images are named by digest; docs/security-operations.md says when and
# how to renew the digests.
FROM node:22-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0.401@sha256:e70cdb7f80b0348f5cb85f19a8f670fca061f033d57eed12fa003d58b0e06317 AS build
# The build fetches htmx with npm; the image that runs has neither.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig BannedSymbols.txt package.json package-lock.json .npmrc LICENSE THIRD-PARTY-NOTICES.md ./
COPY ShipCaptainCrew/ShipCaptainCrew.csproj ShipCaptainCrew/wwwroot.targets ShipCaptainCrew/packages.lock.json ShipCaptainCrew/
RUN dotnet restore ShipCaptainCrew --locked-mode -p:IsNativePublish=true
COPY wwwroot wwwroot
COPY ShipCaptainCrew ShipCaptainCrew
RUN dotnet publish ShipCaptainCrew --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12@sha256:222759b391a1aaf241166672c8f99b2d4ada452e7b5319f3c6e8f265a37b5ad4
WORKDIR /app
COPY --from=build /app .
# A new volume belongs to root on some hosts (Fly is one): hand it over, then go on as a plain user for good.
COPY --chmod=755 <<'EOF' /usr/local/bin/ship
#!/bin/sh
set -e
if [ "$(id -u)" = 0 ]; then
    chown -R app:app /data
    export HOME=/home/app
    exec setpriv --reuid=app --regid=app --init-groups --no-new-privs "$0" "$@"
fi
exec dotnet /app/ShipCaptainCrew.dll "$@"
EOF
RUN install -d -o app -g app -m 0700 /data
VOLUME /data
ENV Storage__Directory=/data ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["ship"]
