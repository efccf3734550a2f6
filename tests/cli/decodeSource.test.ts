import { describe, expect, it } from "vitest";
import { decodeSource } from "../../src/cli/decodeSource";

describe("a file's bytes", () => {
  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "empty"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), "not-text"],
    ["Latin-1", new Uint8Array([0x63, 0x61, 0x66, 0xe9]), "not-text"],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0]), "utf-16"],
  ])("%s", (_, bytes, code) => {
    expect(decodeSource("a.md", bytes)).toEqual({ ok: false, refusal: { code, detail: "" } });
  });

  it("may begin with a byte order mark", () => {
    const decoding = decodeSource("a.txt", new TextEncoder().encode("\ufeff$a = b$"));
    expect(decoding.ok && decoding.source.markdown).toBe("$a = b$");
  });

  it("must be a notebook where the name says so", () => {
    expect(decodeSource("a.ipynb", new TextEncoder().encode("# Markdown"))).toMatchObject({
      refusal: { code: "not-a-notebook" },
    });
  });
});
