import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headersFile, securityHeaders } from "../../src/build/contentSecurityPolicy";
import { serveBuilt } from "../../src/build/serveBuilt";

let folder: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backstep-site-"));
  const site = join(folder, "site");
  mkdirSync(join(site, "document", "section"), { recursive: true });
  mkdirSync(join(site, "assets"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(site, "index.html"), "home");
  writeFileSync(join(site, "404.html"), "no such page");
  writeFileSync(join(site, "document", "section", "index.html"), "section");
  writeFileSync(join(site, "assets", "main-abcd1234.js"), "export {};");
  writeFileSync(join(site, "_headers"), headersFile(securityHeaders(["sha256-abc"])));
  const answer = serveBuilt(site);
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string) => fetch(`${origin}${path}`, { redirect: "manual" });

describe("serveBuilt", () => {
  it.each([
    ["/", 200, "home"],
    ["/document/section/", 200, "section"],
    ["/document/section/?x=1", 200, "section"],
    ["/document/", 404, "no such page"],
    ["/nowhere/at/all", 404, "no such page"],
    ["/..%2fsecret.txt", 404, "no such page"],
    ["/%2e%2e/secret.txt", 404, "no such page"],
    ["/%00", 404, "no such page"],
    ["/%zz", 404, "no such page"],
  ])("%s gives %i", async (path, status, text) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([status, text]);
  });

  it("sends a section without its slash to the address with it, inputs kept", async () => {
    const response = await get("/document/section?x=1");
    expect([response.status, response.headers.get("location")]).toEqual([301, "./section/?x=1"]);
  });

  it("sends the policy with every answer", async () => {
    for (const path of ["/", "/nowhere", "/document/section"]) {
      const policy = (await get(path)).headers.get("content-security-policy");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("style-src 'self' 'sha256-abc';");
    }
  });

  it("lets files with a hash in their name be kept, and no page", async () => {
    expect((await get("/assets/main-abcd1234.js")).headers.get("cache-control")).toContain("immutable");
    expect((await get("/")).headers.get("cache-control")).toBe("no-cache");
  });

  it("answers nothing but GET and HEAD", async () => {
    expect((await fetch(`${origin}/`, { method: "POST" })).status).toBe(405);
    const head = await fetch(`${origin}/`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });
});
