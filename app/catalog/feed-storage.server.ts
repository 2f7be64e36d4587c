import { createReadStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

import { dataRoot } from "~/data-root.server";
import { env } from "~/env.server";
import { InvariantError } from "~/errors";
import type { ShopId } from "~/ids";

import { openS3 } from "./s3-storage.server";

/** What of a file is to be read; both ends belong to it. */
export type ByteRange = { start: number; end: number };

/** Where the files of feeds are. */
export type FeedStorage = {
  /** Puts a finished file into the storage, whole or not at all; `file` is gone afterwards. */
  store(key: string, file: string): Promise<void>;
  /** Rejects or errs where the file is gone. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** One that is gone already is no fault. */
  remove(key: string): Promise<void>;
  removeAll(prefix: string): Promise<void>;
};

const storage = env.FEED_STORAGE === "local" ? openLocal() : openS3(requireS3());

/** Where a version's file is. A key names one file for ever, so nothing that is read is written over. */
export function storageKey(shopId: ShopId, versionId: string, format: string): string {
  return `${shopId}/${versionId}.${format}`;
}

/** Puts a finished file into the storage, whole; `file` is gone afterwards. */
export function storeFile(key: string, file: string): Promise<void> {
  return storage.store(key, file);
}

/** Reads a file, or a part of it. Rejects or errs where it is gone. */
export function readStored(key: string, range?: ByteRange): Promise<Readable> {
  return storage.read(key, range);
}

/** Deletes a file; one that is gone already is no fault. */
export function removeStored(key: string): Promise<void> {
  return storage.remove(key);
}

/** Deletes every file of a shop. */
export function removeAllStored(shopId: ShopId): Promise<void> {
  return storage.removeAll(`${shopId}/`);
}

/** Larger pieces than Node's own make a large download cheaper. */
const READ_BYTES = 256 * 1024;

function openLocal(): FeedStorage {
  const folder = path.join(dataRoot(), "feeds");
  const disk = new Disk(new FSDriver({ location: folder, visibility: "private" }));
  return {
    async store(key, file) {
      const place = path.join(folder, key);
      await mkdir(path.dirname(place), { recursive: true });
      await rename(file, place);
    },
    read: async (key, range) =>
      createReadStream(path.join(folder, key), { highWaterMark: READ_BYTES, ...range }),
    remove: (key) => disk.delete(key),
    removeAll: (prefix) => disk.deleteAll(prefix),
  };
}

function requireS3() {
  const { S3_ACCESS_KEY_ID, S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    throw new InvariantError("The environment was read without what object storage needs");
  }
  return {
    bucket: S3_BUCKET,
    region: S3_REGION,
    ...(S3_ENDPOINT === undefined ? {} : { endpoint: S3_ENDPOINT }),
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}
