import "katex/dist/katex.min.css";
import "./views/site.css";
import { listenEarly } from "./listenEarly";

/**
 * A page comes to life in three parts: what listens, at once; the evaluator, with which its sliders and boxes answer;
 * then its views, fetched when the page is at rest or the reader does something that needs them.
 */
const early = listenEarly();
const { startLive } = await import("./startLive");
const live = await startLive();
if (live !== null) {
  early.values();
  performance.mark("backstep:answers");
  await early.needOrRest();
}
const [{ startSite }, dom] = await Promise.all([import("./startSite"), import("react-dom/client")]);
await startSite(early, live, dom);
