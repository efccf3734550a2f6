import { judgeTyped } from "../check/judgeTyped";
import type { TypedLine } from "../views/TypedLine";

/** Judges lines that a reader wrote, away from the page. */
addEventListener("message", ({ data: { derivation, step, tex } }: MessageEvent<TypedLine>) =>
  postMessage(judgeTyped(derivation, step, tex)),
);
