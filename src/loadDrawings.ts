import { root } from "./place";
import { type Drawings, noDrawings } from "./views/Drawing";

const known = new Map<string, Promise<Drawings>>();

/** The frames that the build drew for a document; none where there are none, as in development: Recharts then draws. */
export function loadDrawings(id: string): Promise<Drawings> {
  const loading = known.get(id) ?? fetchDrawings(id);
  known.set(id, loading);
  return loading;
}

async function fetchDrawings(id: string): Promise<Drawings> {
  try {
    const answer = await fetch(new URL(`${encodeURIComponent(id)}/frames.json`, root));
    return answer.ok ? ((await answer.json()) as Drawings) : noDrawings;
  } catch {
    return noDrawings;
  }
}
