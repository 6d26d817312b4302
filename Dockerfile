# The product in a container of its own. Everything comes in while the image is built; nothing is fetched when it runs.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 CORPUS_DIR=/corpus DATA_DIR=/data
RUN groupadd --system --gid 10001 bot \
  && useradd --system --uid 10001 --gid bot --no-create-home --shell /usr/sbin/nologin bot \
  && install --directory --owner=bot --group=bot /corpus /data
COPY --from=packages /app/node_modules node_modules
COPY package.json tsconfig.json LICENSE ./
COPY src src
COPY handlers handlers
COPY --chown=bot:bot corpus /corpus
USER bot
VOLUME ["/corpus", "/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, so that signals arrive.
CMD ["node", "--import", "tsx", "src/main.ts"]
