import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fillTemplate } from "../../src/build/fillTemplate";
import { pageStyle } from "../../src/build/pageStyle";
import { rootOf } from "../../src/build/rootOf";

const template = `<html><head>
    <meta charset="utf-8" />
    <title>Backstep</title>
    <link rel="stylesheet" href="./assets/main.css">
    <script type="module" src="./assets/main.js"></script>
  </head><body><div id="root"></div></body></html>`;

const manifest = {
  "src/startLive.ts": { file: "assets/startLive-1.js", imports: ["_shared.js"] },
  "src/startSite.tsx": { file: "assets/startSite-1.js", imports: ["_shared.js"] },
  "_shared.js": { file: "assets/shared-1.js" },
  "src/library/softmax.md": { file: "assets/softmax-1.js" },
  "node_modules/katex/dist/fonts/KaTeX_Main-Regular.woff2": { file: "assets/main.woff2" },
  "node_modules/katex/dist/fonts/KaTeX_Size4-Regular.woff2": { file: "assets/size4.woff2" },
};

const sheet = "@font-face{src:url(./main.woff2)}p{color:red}\n";

const page = {
  path: "softmax/chain/index.html",
  title: 'A "title" <&>',
  description: "What it derives",
  body: '<main><span class="katex">$& $1</span></main>',
  document: "softmax",
};

describe("fillTemplate", () => {
  const html = fillTemplate(template, page, "../../", manifest, pageStyle(sheet, "../../"));

  it("refers to the site's files from where the page stands", () => {
    expect(html).toContain("<style>@font-face{src:url(../../assets/main.woff2)}p{color:red}</style>");
    expect(html).toContain('src="../../assets/main.js"');
    expect(html).not.toContain('"./');
  });

  it("puts the body in as it is", () => {
    expect(html).toContain(`<div id="root">${page.body}</div>`);
  });

  it("has one title, escaped", () => {
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html).toContain("<title>A &quot;title&quot; &lt;&amp;&gt;</title>");
  });

  it("states its policy before anything is loaded", () => {
    expect(html.indexOf("Content-Security-Policy")).toBeGreaterThan(0);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<style>"));
  });

  it("waits for no other style, and allows its own by its hash", () => {
    expect(html).not.toContain("stylesheet");
    const [, style = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(`style-src 'self' 'sha256-${hash}';`);
  });

  it("fetches what answers with all that it imports, and not the views", () => {
    expect(html).toContain('<link rel="modulepreload" href="../../assets/startLive-1.js">');
    expect(html).not.toContain("startSite-1.js");
    expect(html).toContain('<link rel="modulepreload" href="../../assets/shared-1.js">');
  });

  it("fetches the document's module at once, and no faces: those in use stand in its style", () => {
    expect(html).toContain('<link rel="modulepreload" href="../../assets/softmax-1.js">');
    expect(html).not.toContain('as="font"');
  });

  it("has no script of its own", () => {
    expect(html.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  });
});

it.each([
  ["index.html", "./"],
  ["a/b/index.html", "../../"],
  ["404.html", "/somewhere/"],
])("the root of %s is %s", (path, root) => {
  expect(rootOf(path, "/somewhere/")).toBe(root);
});
