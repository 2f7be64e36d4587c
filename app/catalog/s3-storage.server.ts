import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";

import { GetObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { Disk } from "flydrive";
import { S3Driver } from "flydrive/drivers/s3";

import { ConfigError, UpstreamUnavailableError } from "~/errors";

import type { FeedStorage } from "./feed-storage.server";

/** A bucket, and the key that opens it. */
export type S3Options = {
  bucket: string;
  region: string;
  /** Of an S3-compatible service; absent: Amazon's. */
  endpoint?: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/**
 * Feed files in S3-compatible object storage. A file is there once its last byte has arrived and fits its
 * checksum; until then nobody sees it. Files are streamed both ways, in one request each.
 *
 * **Decision:** one request holds up to five gigabytes, some four million variants; a larger feed than that
 * would have to be put in parts.
 *
 * Source: Amazon S3 API, PutObject.
 */
export function openS3(options: S3Options): FeedStorage {
  const { accessKeyId, bucket, endpoint, region, secretAccessKey } = options;
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    logger: SILENT,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });
  const driver = new S3Driver({ client, bucket, visibility: "private", supportsACL: false });
  const disk = new Disk(driver);
  return {
    async store(key, file) {
      const { size } = await stat(file);
      const content = createReadStream(file);
      await disk.putStream(key, content, { contentLength: size }).catch(refused(options));
      await rm(file, { force: true });
    },
    async read(key, range) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
      });
      const { Body: body } = await client.send(command).catch(refused(options));
      if (body instanceof Readable) return body;
      throw new UpstreamUnavailableError("The object storage gave no file", { key });
    },
    remove: (key) => disk.delete(key).catch(refused(options)),
    removeAll: (prefix) => disk.deleteAll(prefix).catch(refused(options)),
  };
}

/** The library would write to standard error beside our log; what went wrong is in the fault that is thrown. */
function unsaid(): void {
  // Nothing to say.
}
const SILENT = { debug: unsaid, info: unsaid, warn: unsaid, error: unsaid };

/** What an operator has to mend, by the code of the refusal. Source: Amazon S3 API, error responses. */
const REMEDIES: Readonly<Record<string, string>> = {
  NoSuchBucket: "There is no bucket of the name S3_BUCKET; create it, or name another.",
  InvalidBucketName: "S3_BUCKET is no name of a bucket.",
  InvalidAccessKeyId: "The service does not know S3_ACCESS_KEY_ID.",
  SignatureDoesNotMatch: "S3_SECRET_ACCESS_KEY does not belong to S3_ACCESS_KEY_ID.",
  AccessDenied: "The access key may not read, write, list and delete in S3_BUCKET; allow it.",
  AuthorizationHeaderMalformed: "S3_REGION is not the region of S3_BUCKET.",
  PermanentRedirect: "S3_REGION or S3_ENDPOINT is not that of S3_BUCKET.",
  RequestTimeTooSkewed: "The clock of this machine is wrong.",
};

/** The fault, as the log and the operator shall have it. The library hides the service's word in its cause. */
function refused({ bucket, endpoint, region }: S3Options): (fault: unknown) => never {
  return (fault) => {
    const cause = fault instanceof Error && fault.cause !== undefined ? fault.cause : fault;
    const code = cause instanceof Error ? cause.name : "unknown";
    const context = { code, bucket, region, endpoint: endpoint ?? "Amazon S3" };
    const remedy = REMEDIES[code];
    if (remedy !== undefined && cause instanceof S3ServiceException) {
      throw new ConfigError(`The object storage refused a feed file. ${remedy}`, context, {
        cause,
      });
    }
    throw new UpstreamUnavailableError("The object storage cannot be used now", context, { cause });
  };
}
