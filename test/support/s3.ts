import { createHash, createHmac } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rename, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";

/** An S3 service of one bucket on this machine, which forgives nothing. */
export type LocalS3 = {
  endpoint: string;
  /** The keys of all whole files, sorted. */
  keys(): string[];
  /** What was asked, as `PUT 200`. */
  calls: string[];
  /** The next upload is broken off by the service once so many bytes have arrived. */
  breakOff(bytes: number): void;
  close(): Promise<void>;
};

export const S3_KEY = {
  bucket: "feeds",
  region: "eu-central-1",
  accessKeyId: "AKIA_NOT_A_REAL_KEY",
  secretAccessKey: "NOT_A_REAL_SECRET",
} as const;

/** More than one page in a test. Amazon gives 1000. */
const LIST_PAGE = 2;
const SKEW_MS_MAX = 15 * 60_000;

type Stored = { file: string; etag: string };

type Refusal = { status: number; code: string; message: string };

class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: Refusal;
  constructor(status: number, code: string, message = code) {
    super(code);
    this.refusal = { status, code, message };
  }
}

/**
 * Starts it. Signatures (version 4, in the header) are calculated anew, bodies held against their checksums
 * and lengths, chunks with a trailer taken apart; a file is there once all of it fits. Errors are XML.
 *
 * Source: Amazon S3 API Reference: authenticating requests, PutObject, GetObject, HeadObject,
 * DeleteObject, DeleteObjects, ListObjectsV2, error responses.
 */
export async function startS3(): Promise<LocalS3> {
  const folder = await mkdtemp(path.join(tmpdir(), "pin-relay-s3-"));
  const files = new Map<string, Stored>();
  const calls: string[] = [];
  let breakAt = Infinity;
  let uploads = 0;

  const server = createServer((request, response) => {
    request.on("error", () => undefined);
    response.on("error", () => undefined);
    response.on("close", () => calls.push(`${request.method} ${response.statusCode}`));
    answer(request, response).catch((fault: unknown) => {
      if (fault instanceof Refused && !response.headersSent) {
        refuse(request, response, fault.refusal);
      } else {
        response.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;

  return {
    endpoint: `http://127.0.0.1:${port}`,
    keys: () => [...files.keys()].toSorted(),
    calls,
    breakOff: (bytes) => void (breakAt = bytes),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const payload = authenticated(request, url);
    const [, bucket = "", ...rest] = url.pathname.split("/");
    if (bucket !== S3_KEY.bucket) throw new Refused(404, "NoSuchBucket");
    const key = decodeURIComponent(rest.join("/"));
    if (key === "" && request.method === "GET") return list(url, response);
    if (key === "" && request.method === "POST" && url.searchParams.has("delete")) {
      return removeMany(request, payload, response);
    }
    if (key === "") throw new Refused(400, "InvalidRequest");
    const { method = "" } = request;
    if (method === "PUT") return put(request, payload, key, response);
    if (method === "GET" || method === "HEAD") return get(request, key, response);
    if (method !== "DELETE") throw new Refused(405, "MethodNotAllowed");
    files.delete(key);
    response.writeHead(204).end();
  }

  async function put(
    request: IncomingMessage,
    payload: string,
    key: string,
    response: ServerResponse,
  ): Promise<void> {
    uploads += 1;
    const part = path.join(folder, `${uploads}.part`);
    const md5 = createHash("md5");
    const body = checkedBody(request, payload);
    let bytes = 0;
    await pipeline(async function* () {
      for await (const piece of body) {
        bytes += piece.length;
        if (bytes >= breakAt) {
          breakAt = Infinity;
          request.destroy();
          throw new Refused(400, "RequestTimeout");
        }
        md5.update(piece);
        yield piece;
      }
    }, createWriteStream(part));
    const file = path.join(folder, `${uploads}.whole`);
    await rename(part, file);
    const etag = `"${md5.digest("hex")}"`;
    files.set(key, { file, etag });
    response.writeHead(200, { etag }).end();
  }

  async function get(
    request: IncomingMessage,
    key: string,
    response: ServerResponse,
  ): Promise<void> {
    const stored = files.get(key);
    if (!stored) throw new Refused(404, "NoSuchKey", "The specified key does not exist.");
    const { size } = await stat(stored.file);
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const start = Number(first ?? 0);
    const end = last ? Math.min(Number(last), size - 1) : size - 1;
    if (first !== undefined && start >= size) throw new Refused(416, "InvalidRange");
    response.writeHead(first === undefined ? 200 : 206, {
      etag: stored.etag,
      "accept-ranges": "bytes",
      "content-length": String(end - start + 1),
      ...(first === undefined ? {} : { "content-range": `bytes ${start}-${end}/${size}` }),
    });
    if (request.method === "HEAD") return void response.end();
    await pipeline(createReadStream(stored.file, { start, end }), response);
  }

  function list({ searchParams }: URL, response: ServerResponse): void {
    if (searchParams.get("list-type") !== "2") throw new Refused(400, "InvalidArgument");
    const prefix = searchParams.get("prefix") ?? "";
    const after = searchParams.get("continuation-token") ?? "";
    const found = [...files.keys()].toSorted().filter((key) => key.startsWith(prefix));
    const left = found.filter((key) => key > after);
    const page = left.slice(0, LIST_PAGE);
    const isTruncated = left.length > page.length;
    const contents = page.map((key) => `<Contents><Key>${escaped(key)}</Key></Contents>`).join("");
    const next = isTruncated
      ? `<NextContinuationToken>${escaped(page.at(-1) ?? "")}</NextContinuationToken>`
      : "";
    sendXml(
      response,
      200,
      `<ListBucketResult><Name>${S3_KEY.bucket}</Name><Prefix>${escaped(prefix)}</Prefix>` +
        `<KeyCount>${page.length}</KeyCount><IsTruncated>${isTruncated}</IsTruncated>` +
        `${contents}${next}</ListBucketResult>`,
    );
  }

  async function removeMany(
    request: IncomingMessage,
    payload: string,
    response: ServerResponse,
  ): Promise<void> {
    const { headers } = request;
    if (!headers["content-md5"] && !headers["x-amz-checksum-crc32"] && !headers["x-amz-trailer"]) {
      throw new Refused(400, "InvalidRequest", "Missing required header: Content-MD5");
    }
    const chunks: Buffer[] = [];
    for await (const piece of checkedBody(request, payload)) chunks.push(piece);
    const text = Buffer.concat(chunks).toString("utf8");
    const keys = [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key = ""]) => unescaped(key));
    if (keys.length === 0 || keys.length > 1_000) throw new Refused(400, "MalformedXML");
    for (const key of keys) files.delete(key);
    sendXml(response, 200, "<DeleteResult></DeleteResult>");
  }
}

/** @returns the declared hash of the payload, once the signature fits. */
function authenticated(request: IncomingMessage, url: URL): string {
  const { headers } = request;
  const [, keyId, date, region, signedList, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  if (!keyId || !date || !signedList) throw new Refused(403, "AccessDenied");
  if (keyId !== S3_KEY.accessKeyId) throw new Refused(403, "InvalidAccessKeyId");
  if (region !== S3_KEY.region) throw new Refused(400, "AuthorizationHeaderMalformed");
  const signed = signedList.split(";");
  const mustBeSigned = Object.keys(headers).filter(
    (name) => name === "host" || name.startsWith("x-amz-"),
  );
  if (mustBeSigned.some((name) => !signed.includes(name))) throw new Refused(403, "AccessDenied");
  const time = String(headers["x-amz-date"]);
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, "$1-$2-$3:$4:$5"));
  if (!time.startsWith(date) || !(Math.abs(Date.now() - at) < SKEW_MS_MAX)) {
    throw new Refused(403, "RequestTimeTooSkewed");
  }
  const payload = String(headers["x-amz-content-sha256"]);
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .toSorted()
      .join("&"),
    ...signed.map((name) => `${name}:${String(headers[name] ?? "").trim()}`),
    "",
    signedList,
    payload,
  ].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  let secret = Buffer.from(`AWS4${S3_KEY.secretAccessKey}`);
  for (const step of [date, region, "s3", "aws4_request", toSign]) {
    secret = createHmac("sha256", secret).update(step).digest();
  }
  if (secret.toString("hex") !== signature) throw new Refused(403, "SignatureDoesNotMatch");
  return payload;
}

/** The body, piece by piece; it ends well only where length and checksum fit. */
async function* checkedBody(request: IncomingMessage, payload: string): AsyncGenerator<Buffer> {
  const { headers } = request;
  const isChunked = payload === "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
  const length = isChunked ? headers["x-amz-decoded-content-length"] : headers["content-length"];
  if (length === undefined) throw new Refused(411, "MissingContentLength");
  const hash = createHash("sha256");
  const trailer: { crc32?: string } = {};
  let checksum = 0;
  let bytes = 0;
  for await (const piece of isChunked ? unchunked(request, trailer) : request) {
    const part = Buffer.from(piece);
    bytes += part.length;
    hash.update(part);
    checksum = crc32(part, checksum);
    yield part;
  }
  if (bytes !== Number(length)) throw new Refused(400, "IncompleteBody");
  const isHashed = /^[0-9a-f]{64}$/.test(payload);
  if (!isHashed && !isChunked && payload !== "UNSIGNED-PAYLOAD") {
    throw new Refused(400, "InvalidRequest");
  }
  if (isHashed && hash.digest("hex") !== payload) {
    throw new Refused(400, "XAmzContentSHA256Mismatch");
  }
  const told = trailer.crc32 ?? headers["x-amz-checksum-crc32"];
  const found = Buffer.alloc(4);
  found.writeUInt32BE(checksum);
  if (isChunked && told === undefined) throw new Refused(400, "MalformedTrailerError");
  if (told !== undefined && told !== found.toString("base64")) throw new Refused(400, "BadDigest");
}

/** Takes `aws-chunked` apart: `<hex length>CRLF<bytes>CRLF` … `0CRLF<trailer>CRLF CRLF`. */
async function* unchunked(
  request: IncomingMessage,
  trailer: { crc32?: string },
): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  let isOver = false;
  for await (const piece of request) {
    rest = Buffer.concat([rest, Buffer.from(piece)]);
    while (!isOver) {
      const at = rest.indexOf("\r\n");
      if (at < 0) break;
      const size = Number.parseInt(rest.toString("latin1", 0, at), 16);
      if (Number.isNaN(size)) throw new Refused(400, "InvalidChunkSizeError");
      if (size === 0) isOver = true;
      if (!isOver && rest.length < at + size + 4) break;
      if (!isOver) yield rest.subarray(at + 2, at + 2 + size);
      rest = rest.subarray(isOver ? at + 2 : at + size + 4);
    }
  }
  if (!isOver) throw new Refused(400, "IncompleteBody");
  const [, told] = /^x-amz-checksum-crc32:(\S+)\r\n/.exec(rest.toString("latin1")) ?? [];
  if (told !== undefined) trailer.crc32 = told;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { code, message, status }: Refusal,
): void {
  if (request.method === "HEAD") return void response.writeHead(status).end();
  sendXml(
    response,
    status,
    `<Error><Code>${code}</Code><Message>${escaped(message)}</Message><RequestId>1</RequestId></Error>`,
  );
}

function sendXml(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
