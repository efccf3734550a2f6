import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};

/** The least page with a slider and a value that follows it: what a browser needs for an event at all. */
const emptyPage = `<!doctype html><html lang="en"><title>Empty</title><link rel="icon" href="data:,">
<input type="range" min="-6" max="6" step="any" value="0"><output>0</output>
<script>const [slider, output] = document.body.children;
slider.addEventListener("input", () => { output.textContent = slider.value; });</script></html>`;

/**
 * Serves the built site, compressed as a host does, and the empty page at /empty. With `onePage` every address of a page
 * gives the root's: the browser makes the rest.
 */
export async function servePages(
  folder: string,
  onePage = false,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.endsWith("/") ? `${onePage ? "/" : path}index.html` : path;
    try {
      const body = path === "/empty" ? Buffer.from(emptyPage) : readFileSync(join(folder, file));
      const type = path === "/empty" ? types[".html"] : types[extname(file)];
      response.setHeader("content-type", type ?? "application/octet-stream");
      if (type === undefined || type.startsWith("font")) return response.end(body);
      response.setHeader("content-encoding", "gzip");
      return response.end(gzipSync(body));
    } catch {
      response.statusCode = 404;
      return response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
