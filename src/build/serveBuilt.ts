import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { readHeadersFile, securityHeaders } from "./contentSecurityPolicy";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Fonts and pictures are compressed already. */
const compressible = new Set([".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".webmanifest"]);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Answers requests from a built site as a good static host does: a folder's index.html, a redirect to its trailing
 * slash, 404.html with status 404 for what is not there, files with a hash in their name kept for a year.
 */
export function serveBuilt(folder: string): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const [answer, always] = await Promise.all([answerTo(folder, request), headersOf(folder)]);
    response.writeHead(answer.status, { ...always, ...answer.headers, "Content-Length": answer.body.length });
    response.end(request.method === "HEAD" ? undefined : answer.body);
  };
}

/** What the site's own `_headers` file asks for: it names the styles of its pages. */
async function headersOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => null);
  return text === null ? securityHeaders([]) : readHeadersFile(text);
}

async function answerTo(folder: string, request: IncomingMessage): Promise<Answer> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, headers: { Allow: "GET, HEAD" }, body: Buffer.alloc(0) };
  }
  const [address = "/", query] = (request.url ?? "/").split("?", 2);
  const path = localPath(folder, address);
  const kind = path === null ? "absent" : await kindOf(path);
  if (path === null || kind === "absent") return notFound(folder, request);
  if (kind === "file") return fileAnswer(path, 200, request);
  if (!address.endsWith("/")) {
    const name = address.slice(address.lastIndexOf("/") + 1);
    const target = `./${name}/${query === undefined ? "" : `?${query}`}`;
    return { status: 301, headers: { Location: target }, body: Buffer.alloc(0) };
  }
  const index = join(path, "index.html");
  return (await kindOf(index)) === "file" ? fileAnswer(index, 200, request) : notFound(folder, request);
}

/** The file that an address names, or null where it is malformed or points outside the folder. */
function localPath(folder: string, address: string): string | null {
  try {
    const path = normalize(join(folder, decodeURIComponent(address)));
    return !path.includes("\0") && (path === folder || path.startsWith(folder + sep)) ? path : null;
  } catch {
    return null;
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | "absent"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "absent";
  }
}

async function notFound(folder: string, request: IncomingMessage): Promise<Answer> {
  const page = join(folder, "404.html");
  if ((await kindOf(page)) === "file") return fileAnswer(page, 404, request);
  return { status: 404, headers: { "Content-Type": "text/plain" }, body: Buffer.from("Not found") };
}

async function fileAnswer(path: string, status: number, request: IncomingMessage): Promise<Answer> {
  const extension = extname(path);
  const headers = {
    "Content-Type": types[extension] ?? "application/octet-stream",
    "Cache-Control": /-[\w-]{8}\.\w+$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
    Vary: "Accept-Encoding",
  };
  const body = await readFile(path);
  const accepted = request.headers["accept-encoding"]?.toString() ?? "";
  if (!compressible.has(extension)) return { status, headers, body };
  if (/\bbr\b/.test(accepted)) {
    const small = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return { status, headers: { ...headers, "Content-Encoding": "br" }, body: small };
  }
  if (/\bgzip\b/.test(accepted)) {
    return { status, headers: { ...headers, "Content-Encoding": "gzip" }, body: gzipSync(body) };
  }
  return { status, headers, body };
}
