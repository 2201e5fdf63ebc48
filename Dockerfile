# Muster in a container: docker build -t muster . (BuildKit). What it needs at run time stands in
# README.md, "In a container".

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY runbooks runbooks
COPY commands commands
COPY integrations integrations
COPY bot bot
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -DskipTests package

# Not Alpine: embedded PostgreSQL and the native parts of libraries are made for glibc.
FROM eclipse-temurin:25-jre AS base

# Steps that back up and restore need pg_dump and pg_restore as new as the newest server: what the
# distribution has is older than many. From PostgreSQL's own packages, whose key comes with their script.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates postgresql-common \
  && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
  && apt-get install -y --no-install-recommends postgresql-client-18 \
  && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/muster --create-home muster

# The JVM notes in muster.aot what a first run needs, so that later ones start in half the time. It
# believes its notes only under the same Java, flags and jar, and starts without them otherwise.
FROM base AS rehearsed
COPY --from=build /src/bot/target/muster.jar /app/muster.jar
RUN chown muster /app
USER muster
RUN ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmn32m", "-XX:MaxRAMPercentage=50", "-XX:MaxDirectMemorySize=64m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:AOTCacheOutput=/app/muster.aot", "-jar", "/app/muster.jar", "rehearse"]

FROM base
COPY --from=rehearsed --chown=root:root /app /app
USER muster
WORKDIR /var/lib/muster

# Everybody can reach what listens on all interfaces, so the demo with its known key does not start
# here: mount a configuration and say where, MUSTER_HOME=/etc/muster.
ENV BIND=0.0.0.0 PORT=8080 MUSTER_DATA=/var/lib/muster
VOLUME /var/lib/muster
EXPOSE 8080

# Embedded PostgreSQL stops in order on SIGTERM, and so does Muster; give it 30 s (--stop-timeout).
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-jar", "/app/muster.jar", "health"]

# The second compiler takes the processors just when there is much to do (ADR 0016).
# A share of the container's memory, for the rest is threads, code and buffers. The serial collector
# needs the least of all beside the heap, and half a gigabyte is collected in milliseconds.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmn32m", "-XX:MaxRAMPercentage=50", "-XX:MaxDirectMemorySize=64m", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=/app/muster.aot", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/muster.jar"]
CMD ["serve"]
