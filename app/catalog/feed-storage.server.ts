import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { S3Driver } from "flydrive/drivers/s3";

import { dataRoot } from "~/data-root.server";
import { env } from "~/env.server";
import { InvariantError } from "~/errors";
import type { ShopId } from "~/ids";

/** Where the local files are; `null` where they are in object storage. */
const LOCAL_DIR = env.FEED_STORAGE === "local" ? path.join(dataRoot(), "feeds") : null;

const disk = new Disk(
  LOCAL_DIR === null ? s3Driver() : new FSDriver({ location: LOCAL_DIR, visibility: "private" }),
);

function s3Driver(): S3Driver {
  const { S3_ACCESS_KEY_ID, S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    throw new InvariantError("The environment was read without what object storage needs");
  }
  return new S3Driver({
    bucket: S3_BUCKET,
    region: S3_REGION,
    ...(S3_ENDPOINT === undefined ? {} : { endpoint: S3_ENDPOINT, forcePathStyle: true }),
    credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
    visibility: "private",
    supportsACL: false,
  });
}

/** Where a version's file is. A key names one file for ever, so nothing that is read is written over. */
export function storageKey(shopId: ShopId, versionId: string, format: string): string {
  return `${shopId}/${versionId}.${format}`;
}

/** Puts a finished file into the storage, whole; `file` is gone afterwards. */
export async function storeFile(key: string, file: string): Promise<void> {
  if (LOCAL_DIR !== null) {
    const place = path.join(LOCAL_DIR, key);
    await mkdir(path.dirname(place), { recursive: true });
    return rename(file, place);
  }
  const { size } = await stat(file);
  await disk.putStream(key, createReadStream(file), { contentLength: size });
  await rm(file, { force: true });
}

/** What of a file is to be read; both ends belong to it. */
export type ByteRange = { start: number; end: number };

/** Whether a part of a file can be read without the rest. */
export const CAN_READ_RANGES = LOCAL_DIR !== null;

/** Reads a file, or a part of it where {@link CAN_READ_RANGES}. Rejects or errs where it is gone. */
export async function readStored(key: string, range?: ByteRange): Promise<Readable> {
  if (LOCAL_DIR === null) return disk.getStream(key);
  return createReadStream(path.join(LOCAL_DIR, key), { highWaterMark: READ_BYTES, ...range });
}

/** Larger pieces than Node's own make a large download cheaper. */
const READ_BYTES = 256 * 1024;

/** Deletes a file; one that is gone already is no fault. */
export function removeStored(key: string): Promise<void> {
  return disk.delete(key);
}

/** Deletes every file of a shop. */
export function removeAllStored(shopId: ShopId): Promise<void> {
  return disk.deleteAll(`${shopId}/`);
}
