# Refdesk as a container: the compiled program with its shelf, as a user without rights, on a file system that may be
# read-only. What it keeps is in /data. docs/deploy.md walks through it.

FROM node:24-slim AS program
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY build build
COPY src src
COPY commands commands
RUN npm run build

FROM node:24-slim AS packages
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund --omit=dev
# What is only for compilers and debuggers is a fifth of it; the other C library's SQLite is never loaded here.
RUN find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete \
  && rm -rf node_modules/@libsql/*-musl

FROM node:24-slim
ENV NODE_ENV=production LANG=C.UTF-8 \
  HOST=0.0.0.0 PORT=3000 ADMIN_HOST=127.0.0.1 ADMIN_PORT=9000 \
  DATA_DIR=/data CACHE_DIR=/data/cache
RUN install -d -o 1000 -g 1000 -m 700 /data
WORKDIR /app
COPY package.json .env.example ./
COPY bin bin
COPY data data
COPY seeds seeds
COPY --from=packages /build/node_modules node_modules
COPY --from=program /build/dist dist
# The image's user `node`, by its number: Kubernetes believes only numbers not to be root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=1s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ADMIN_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The program handles SIGTERM itself, and ends within the ten seconds that are usual.
ENTRYPOINT ["node", "/app/bin/refdesk.js"]
