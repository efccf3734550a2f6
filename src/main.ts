import "katex/dist/katex.min.css";
import "./views/site.css";
import { listenEarly } from "./listenEarly";

/** Small, so that it listens as soon as a page is seen: the application takes longer to arrive. */
const early = listenEarly();
const { startSite } = await import("./startSite");
await startSite(early);
