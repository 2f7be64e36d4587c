# Pin Relay in one image: the supervisor by default, or web and worker apart, by command. See docs/deploy.md.
# The Node here is the one that package.json pins as the package `node`.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app

# First what the packages depend on, so that a change of the source installs nothing anew.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund

COPY prisma.config.ts tsconfig.json vite.config.ts ./
COPY prisma ./prisma
COPY extensions ./extensions
COPY scripts ./scripts
COPY app ./app
# The packages that only build go. So does the package's copy of Node, because the image has the same one.
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && rm -r node_modules/node node_modules/.bin/node


FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
ENV DATA_DIR=/data
WORKDIR /app

COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/prisma ./prisma
# `npm run re-encrypt` runs from the sources.
COPY --from=build /app/tsconfig.json ./
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/app ./app

# What is written at run time lies here and nowhere else; a volume that is mounted here belongs to the same user.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node

EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# The supervisor. Web alone: node build/server/web.js. Worker alone: node --max-semi-space-size=4 --heap-growing-percent=10 build/worker.js.
CMD ["node", "build/start.js"]
