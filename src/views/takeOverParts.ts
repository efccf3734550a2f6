import type { TakeOver } from "./TakeOverView";

/**
 * Waits for the parts of a prerendered page: `onTaken` runs in the task that takes over the last one, `onConnected` when
 * everything on the page is listened to.
 */
export function takeOverParts(container: Element, onTaken: () => void, onConnected: () => void): TakeOver {
  // The page around them is a part too.
  let toTake = 1 + countParts(container);
  let toConnect = toTake;
  let isComing = true;
  let end = () => {};
  const whenDone = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    get isComing() {
      return isComing;
    },
    whenDone,
    taken: () => {
      toTake -= 1;
      if (toTake !== 0) return;
      isComing = false;
      onTaken();
    },
    connected: () => {
      toConnect -= 1;
      if (toConnect !== 0) return;
      onConnected();
      end();
    },
  };
}

/** React marks what stands in a Suspense by comments; what stands in another one within is that one's. */
function countParts(container: Element): number {
  const comments = document.createTreeWalker(container, NodeFilter.SHOW_COMMENT);
  let [parts, depth] = [0, 0];
  while (comments.nextNode() !== null) {
    const mark = comments.currentNode.nodeValue ?? "";
    if (mark === "/$") depth -= 1;
    else if (mark.startsWith("$")) {
      if (depth === 0) parts += 1;
      depth += 1;
    }
  }
  return parts;
}
