import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Refusal } from "./Refusal";

/** No document of mathematics comes near this; a notebook with its pictures may. */
export const largestFile = 50 * 1024 * 1024;

export type Source =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** The bytes of a file, or of standard input for "-". A file's size is looked up before any of it is read. */
export async function readSource(path: string, standardInput: Readable): Promise<Source> {
  try {
    if (path === "-") return await collect(standardInput);
    const facts = await stat(path);
    if (facts.isDirectory()) return refused({ code: "folder", detail: "" });
    if (facts.size > largestFile) return refused({ code: "too-large", detail: String(facts.size) });
    return await collect(createReadStream(path));
  } catch (error) {
    return refused(refusalOf(error));
  }
}

/** Reads to the end, or until it is clear that the end is too far: a pipe or a device has no size to ask for. */
async function collect(stream: Readable): Promise<Source> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    size += bytes.length;
    if (size > largestFile) return refused({ code: "too-large", detail: String(size) });
  }
  return { kind: "bytes", bytes: new Uint8Array(Buffer.concat(chunks)) };
}

function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return { code: "no-such-file", detail: "" };
  if (code === "EACCES" || code === "EPERM") return { code: "forbidden", detail: "" };
  return { code: "unreadable", detail: code };
}

function refused(refusal: Refusal): Source {
  return { kind: "refused", refusal };
}
