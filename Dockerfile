# Builds the product and runs it as an ordinary user; data live in /data.
# There is no sign-in yet, so the server listens on loopback alone: run it with --network host
# (docs/operations.md says more).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN mkdir /data && chown app:app /data
COPY --from=build /app /app
USER app
WORKDIR /data
VOLUME /data
ENTRYPOINT ["/app/PrivateDomainBI.Web"]
CMD ["serve", "--data", "/data"]
